using System.ComponentModel.DataAnnotations.Schema;
using AiHotline.Tenants;
using Hotline.Migrate;
using NpgsqlTypes;

namespace AiHotline.Users;

[Table("shifts")]
[PostgresExtension("btree_gist")]
[Exclusion("tenant_id WITH =", "user_id WITH =", "during WITH &&", Name = "ex_shifts_one_at_a_time")]
[References(typeof(User), nameof(TenantId), nameof(UserId), OnDelete = ReferentialAction.Cascade)]
[Comment("Who answers when; nobody is on two shifts at once")]
public sealed class Shift : TenantBaseModel
{
    public Guid UserId { get; init; }

    public NpgsqlRange<DateTime> During { get; set; }

    public TimeSpan Break { get; set; }
}
