using System.ComponentModel.DataAnnotations.Schema;
using AiHotline.Tenants;
using Hotline.Migrate;

namespace AiHotline.Users;

[Table("team_members")]
[Unique(nameof(TenantId), nameof(TeamId), nameof(UserId))]
[References(typeof(Team), nameof(TenantId), nameof(TeamId), OnDelete = ReferentialAction.Cascade)]
[References(typeof(User), nameof(TenantId), nameof(UserId), OnDelete = ReferentialAction.Cascade)]
[Index(nameof(TenantId), nameof(UserId))]
public sealed class TeamMember : TenantBaseModel
{
    public Guid TeamId { get; init; }

    public Guid UserId { get; init; }

    [Default(false)]
    public bool IsLead { get; set; }
}
