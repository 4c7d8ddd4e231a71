using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Hotline.Migrate;

namespace AiHotline.Tenants;

[Table("api_keys")]
[Index(nameof(TenantId), nameof(ExpiresAt), Where = "revoked_at IS NULL")]
public sealed class ApiKey : TenantBaseModel
{
    [MaxLength(100)]
    public required string Name { get; set; }

    [Check("octet_length(hash) = 32")]
    public required byte[] Hash { get; init; }

    [DefaultSql("'{}'")]
    public List<string> Scopes { get; init; } = [];

    public DateTime? ExpiresAt { get; set; }

    public DateTime? RevokedAt { get; set; }
}
