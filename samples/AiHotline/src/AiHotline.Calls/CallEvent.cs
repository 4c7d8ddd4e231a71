using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json;
using AiHotline.Tenants;
using Hotline.Migrate;

namespace AiHotline.Calls;

[Table("call_events")]
[PrimaryKey(nameof(TenantId), nameof(At), nameof(Id))]
[Partitioned(PartitionStrategy.Range, nameof(At))]
[Partition("call_events_2026", "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")]
[Partition("call_events_later", "DEFAULT")]
[Index(nameof(TenantId), nameof(CallId), nameof(At))]
[Comment("Append-only; old partitions are dropped as a whole")]
public sealed class CallEvent
{
    [TenantKey]
    public Guid TenantId { get; init; }

    [Identity(Always = true)]
    public long Id { get; init; }

    public Guid CallId { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Kind { get; init; }

    public JsonElement? Payload { get; init; }
}
