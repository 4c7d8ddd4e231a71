using Hotline.Migrate;

namespace AiHotline.Tenants;

/// <summary>What every tenant's row has: whose it is, its own id, and when it came and changed.</summary>
/// <remarks>
/// The key leads with the tenant, so that references between tenant tables can carry it along: a row can only
/// point at rows of its own tenant, whatever the application does.
/// </remarks>
[PrimaryKey(nameof(TenantId), nameof(Id))]
[RowSecurity]
[Policy("tenant_isolation", Using = "tenant_id = (SELECT current_setting('app.tenant_id', true)::uuid)")]
public abstract class TenantBaseModel
{
    [TenantKey]
    [References(typeof(Tenant), OnDelete = ReferentialAction.Cascade)]
    public Guid TenantId { get; init; }

    [DefaultSql("gen_random_uuid()")]
    public Guid Id { get; init; }

    [DefaultSql("now()")]
    public DateTime CreatedAt { get; init; }

    [DefaultSql("now()")]
    public DateTime UpdatedAt { get; set; }
}
