using Hotline.Migrate.Importing;

namespace Hotline.Migrate.Tool.Commands.Adopting;

/// <summary>What another tool's history says.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Table">Its table.</param>
/// <param name="Position">Where the database is.</param>
/// <param name="AppliedCount">How many migrations are applied, where the tool keeps that.</param>
/// <param name="LastAppliedAt">When the last one was applied, where the tool keeps that.</param>
internal sealed record AdoptedHistory(
    string Tool, string Table, IReadOnlyList<string> Position, int? AppliedCount, DateTimeOffset? LastAppliedAt)
{
    public static AdoptedHistory Of(OtherHistory history) => new(
        OtherToolNames.NameOf(history.Tool),
        $"{history.Table.Schema}.{history.Table.Name}",
        history.Position,
        history.AppliedCount,
        history.LastAppliedAt?.ToUniversalTime());
}
