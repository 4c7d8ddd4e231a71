using System.ComponentModel.DataAnnotations.Schema;
using AiHotline.Tenants;
using Hotline.Migrate;

namespace AiHotline.Notifications;

[Table("channels")]
[Unique(nameof(TenantId), nameof(Name))]
public sealed class Channel : TenantBaseModel
{
    public required string Name { get; set; }

    public ChannelKind Kind { get; init; }

    public Dictionary<string, string> Options { get; init; } = [];
}
