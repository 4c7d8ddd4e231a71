using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Writes a person's decision into the history. Pure but for the statements that it makes.</summary>
internal static class Repair
{
    /// <summary>The statements that settle <paramref name="revision"/>.</summary>
    /// <exception cref="DiagnosticException">There is nothing of the kind to settle.</exception>
    public static IReadOnlyList<NpgsqlBatchCommand> Plan(
        string revision, RepairAction action, Migration? file, DatabaseHistory history, HistoryCommands commands)
    {
        var half = history.Unfinished.FirstOrDefault(u => u.Revision == revision);
        NpgsqlBatchCommand log = commands.Log("repair", revision, file?.Message ?? "", file?.ContentHash ?? "", TimeSpan.Zero, action.ToString());
        return action switch
        {
            RepairAction.Restart when half is not null => [commands.Forget(revision), log],
            RepairAction.Again when half is { Running: { } running } =>
                [commands.Progress(revision, half.Direction, half.Finished, half.PrefixHash, running, failed: true), log],
            RepairAction.Done when half is { Running: { } running } =>
                [commands.Progress(revision, half.Direction, running + 1, HashBehind(half, file, history)), log],
            RepairAction.Accept when history.Contains(revision) && file is not null => [commands.Accept(file)],
            RepairAction.Accept => throw Nothing(revision, history.Contains(revision)
                ? "The migrations folder lacks its file."
                : "It is not applied."),
            RepairAction.Restart => throw Nothing(revision, "It is not half done."),
            _ => throw Nothing(revision, "No statement of it was interrupted outside a transaction."),
        };
    }

    private static string HashBehind(UnfinishedRun half, Migration? file, DatabaseHistory history)
    {
        var section = (half.Direction, file) switch
        {
            (Direction.Upgrade, { } f) => f.Upgrade,
            (Direction.Downgrade, _) when history.Find(half.Revision) is { DowngradeText: { } kept } =>
                MigrationFile.ParseSection($"history of {half.Revision}", kept),
            _ => throw Nothing(half.Revision, "The migrations folder lacks its file."),
        };
        MigrationCommand[] all = [.. section.Steps.SelectMany(s => s.Commands)];
        return half.Running < all.Length
            ? CommandPrefix.Hashes(all)[half.Running.Value + 1]
            : throw Nothing(half.Revision, "Its file no longer holds the statement that was interrupted.");
    }

    private static DiagnosticException Nothing(string revision, string why) => new(FailureKind.Usage, new Diagnostic
    {
        Code = DiagnosticCodes.NothingToRepair,
        Summary = $"There is nothing of this kind to repair about {revision}. Nothing was changed.",
        Why = why,
        NextActions = ["See where the database is: dotnet hotline-migrate current --verbose"],
    });
}
