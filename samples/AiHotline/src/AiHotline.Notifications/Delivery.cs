using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using AiHotline.Tenants;
using Hotline.Migrate;

namespace AiHotline.Notifications;

[Table("deliveries")]
[References(typeof(Notification), nameof(TenantId), nameof(NotificationId), OnDelete = ReferentialAction.Cascade)]
[Index(nameof(TenantId), nameof(NotificationId))]
[StorageParameter("fillfactor", 80)]
public sealed class Delivery : TenantBaseModel
{
    public Guid NotificationId { get; init; }

    [Default(1)]
    public int Attempt { get; init; }

    [Range(100, 599)]
    public short? StatusCode { get; set; }

    public string? Error { get; set; }
}
