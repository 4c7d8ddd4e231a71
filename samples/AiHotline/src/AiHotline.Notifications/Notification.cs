using System.ComponentModel.DataAnnotations.Schema;
using AiHotline.Calls;
using AiHotline.Tenants;
using AiHotline.Users;
using Hotline.Migrate;

namespace AiHotline.Notifications;

[Table("notifications")]
[References(typeof(Channel), nameof(TenantId), nameof(ChannelId))]
[References(typeof(User), nameof(TenantId), nameof(RecipientId), OnDelete = ReferentialAction.Cascade)]
[References(typeof(Call), nameof(TenantId), nameof(CallId), OnDelete = ReferentialAction.Cascade, Deferrability = Deferrability.InitiallyDeferred)]
[Index(nameof(TenantId), nameof(RecipientId), nameof(CreatedAt))]
[Index(nameof(TenantId), nameof(CallId))]
[Index(nameof(TenantId), nameof(ChannelId))]
[Index(nameof(TenantId), nameof(DueAt), Nulls = [NullsOrder.Default, NullsOrder.First], Where = "sent_at IS NULL")]
public sealed class Notification : TenantBaseModel
{
    public Guid ChannelId { get; init; }

    public Guid RecipientId { get; init; }

    public Guid? CallId { get; init; }

    public required string Subject { get; init; }

    public string? Body { get; init; }

    public DateTime? DueAt { get; set; }

    public DateTime? SentAt { get; set; }
}
