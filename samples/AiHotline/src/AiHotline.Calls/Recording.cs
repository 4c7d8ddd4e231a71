using System.ComponentModel.DataAnnotations.Schema;
using AiHotline.Tenants;
using Hotline.Migrate;

namespace AiHotline.Calls;

[Table("recordings")]
[Unique(nameof(TenantId), nameof(CallId))]
[References(typeof(Call), nameof(TenantId), nameof(CallId), OnDelete = ReferentialAction.Cascade)]
public sealed class Recording : TenantBaseModel
{
    public required Guid CallId { get; init; }

    public required Uri Location { get; init; }

    [Check("bytes > 0")]
    public required long Bytes { get; init; }

    public DateOnly? DeleteAfter { get; init; }
}
