using System.Text.Json.Serialization;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>A change that a run made, or would make.</summary>
/// <param name="Action"><c>upgrade</c>, <c>downgrade</c>, <c>seal</c>, <c>stamp</c> or <c>unstamp</c>.</param>
/// <param name="Revision">The revision.</param>
/// <param name="Message">What it is for.</param>
/// <param name="Commands">How many statements and steps it runs.</param>
/// <param name="DataLoss">What it destroys.</param>
/// <param name="ElapsedMs">How long it took; <c>null</c> in a plan.</param>
/// <param name="Sql">Its SQL, in a plan.</param>
internal sealed record RunChange(
    string Action, string Revision, string Message, int Commands, IReadOnlyList<string> DataLoss, double? ElapsedMs, string? Sql)
{
    /// <summary>What its statements lock, in a plan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RunStatement>? Statements { get; init; }

    /// <summary>What it locked, in a rehearsal.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HeldLock>? Locks { get; init; }
}
