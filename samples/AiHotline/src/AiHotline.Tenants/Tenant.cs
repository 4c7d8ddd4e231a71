using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Hotline.Migrate;

namespace AiHotline.Tenants;

[Table("tenants")]
[Comment("An organisation that runs a hotline")]
public sealed class Tenant
{
    [Key]
    [DefaultSql("gen_random_uuid()")]
    public Guid Id { get; init; }

    [MaxLength(200)]
    public required string Name { get; set; }

    [Unique]
    [MaxLength(63)]
    [Check("slug ~ '^[a-z0-9-]+$'")]
    [Comment("The tenant's part of its address")]
    public required string Slug { get; set; }

    [Default(TenantPlan.Trial)]
    public TenantPlan Plan { get; set; }

    [DefaultSql("now()")]
    public DateTime CreatedAt { get; init; }
}
