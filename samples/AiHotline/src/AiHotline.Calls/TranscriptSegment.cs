using System.ComponentModel.DataAnnotations.Schema;
using AiHotline.Tenants;
using Hotline.Migrate;

namespace AiHotline.Calls;

[Table("transcript_segments")]
[PostgresExtension("pg_trgm")]
[Unique(nameof(TenantId), nameof(CallId), nameof(Position))]
[References(typeof(Call), nameof(TenantId), nameof(CallId), OnDelete = ReferentialAction.Cascade)]
[Index(nameof(Text), Method = "gin", OperatorClasses = ["gin_trgm_ops"])]
public sealed class TranscriptSegment : TenantBaseModel
{
    public Guid CallId { get; init; }

    public int Position { get; init; }

    public Speaker Speaker { get; init; }

    public required string Text { get; init; }

    public float Confidence { get; init; }
}
