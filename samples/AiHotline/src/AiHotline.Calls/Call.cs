using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Net;
using AiHotline.Tenants;
using AiHotline.Users;
using Hotline.Migrate;

namespace AiHotline.Calls;

[Table("calls")]
[Sequence("call_reference", Start = 100_000)]
[References(typeof(PhoneNumber), nameof(TenantId), nameof(PhoneNumberId), OnDelete = ReferentialAction.Restrict)]
[References(typeof(User), nameof(TenantId), nameof(AgentId))]
[Index(nameof(TenantId), nameof(StartedAt), IsDescending = [false, true], Include = [nameof(Status)])]
[Index(nameof(TenantId), nameof(AgentId), Where = "agent_id IS NOT NULL")]
[Index(nameof(TenantId), nameof(PhoneNumberId))]
[Index(nameof(Topics), Method = "gin")]
[Check("ck_calls_ends_after_start", "ended_at IS NULL OR ended_at >= started_at")]
public sealed class Call : TenantBaseModel
{
    [DefaultSql("nextval('call_reference')")]
    [Comment("What an agent reads out to the caller")]
    public long Reference { get; init; }

    public Guid PhoneNumberId { get; init; }

    public Guid? AgentId { get; set; }

    [MaxLength(16)]
    [Check("caller_number ~ '^\\+[1-9][0-9]{6,14}$'")]
    public required string CallerNumber { get; init; }

    [Default(CallStatus.Ringing)]
    public CallStatus Status { get; set; }

    [Default(CallPriority.Normal)]
    public CallPriority Priority { get; set; }

    [DefaultSql("'{}'")]
    public string[] Topics { get; set; } = [];

    public DateTime StartedAt { get; init; }

    public DateTime? EndedAt { get; set; }

    [Generated("EXTRACT(epoch FROM ended_at - started_at)::integer")]
    public int? DurationSeconds { get; init; }

    [Precision(5, 4)]
    [Check("sentiment BETWEEN -1 AND 1")]
    public decimal? Sentiment { get; set; }

    public IPAddress? Gateway { get; init; }
}
