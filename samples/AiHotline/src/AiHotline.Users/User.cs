using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using AiHotline.Tenants;
using Hotline.Migrate;

namespace AiHotline.Users;

[Table("users")]
[Unique(nameof(TenantId), nameof(Email))]
[Index(nameof(TenantId), "lower(full_name)")]
public sealed class User : TenantBaseModel
{
    [Column(TypeName = "citext")]
    public required string Email { get; set; }

    [MaxLength(200)]
    public required string FullName { get; set; }

    [Default(UserRole.Agent)]
    public UserRole Role { get; set; }

    [MaxLength(35)]
    [Default("en")]
    public string Locale { get; set; } = "en";

    public DateTime? LastSeenAt { get; set; }

    [NotMapped]
    public bool IsOnline => LastSeenAt > DateTime.UtcNow.AddMinutes(-5);
}
