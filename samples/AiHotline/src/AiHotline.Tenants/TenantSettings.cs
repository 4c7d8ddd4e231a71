using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json;
using Hotline.Migrate;

namespace AiHotline.Tenants;

[Table("tenant_settings")]
[Unique(nameof(TenantId), nameof(Key))]
public sealed class TenantSettings : TenantBaseModel
{
    public required string Key { get; init; }

    public required JsonDocument Value { get; set; }
}
