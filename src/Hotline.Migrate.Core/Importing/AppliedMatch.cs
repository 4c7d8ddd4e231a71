using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Importing;

/// <summary>Which of the imported migrations a database has, by the other tool's history.</summary>
/// <param name="Applied">Those that it has, in the order in which they run.</param>
/// <param name="Pending">Those that it lacks.</param>
/// <param name="Warnings">What changed its place.</param>
public sealed record AppliedMatch(
    IReadOnlyList<ImportedMigration> Applied, IReadOnlyList<ImportedMigration> Pending, IReadOnlyList<Diagnostic> Warnings)
{
    /// <summary>Compares the files with the history.</summary>
    /// <exception cref="DiagnosticException">The history has what the folder lacks (HM0550); all of it at once.</exception>
    public static AppliedMatch Of(ImportedFolder folder, OtherHistory? history)
    {
        if (history is null)
        {
            return new AppliedMatch([], folder.Migrations, []);
        }

        var lost = new List<OtherEntry>();
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in history.Applied)
        {
            var fitting = Fitting(folder, entry).Select(m => m.Revision).ToArray();
            if (fitting.Length == 0 && !(entry.State == OtherEntryState.AppliedUpTo && folder.Format == ImportFormat.Flyway))
            {
                lost.Add(entry);
            }

            found.UnionWith(fitting);
        }

        if (lost.Count > 0)
        {
            throw new DiagnosticException(FailureKind.Usage, Lost(lost, history));
        }

        if (folder.Format == ImportFormat.Alembic)
        {
            AddAncestors(folder, found);
        }

        ImportedMigration[] applied = [.. folder.Migrations.Where(m => found.Contains(m.Revision))];
        ImportedMigration[] pending = [.. folder.Migrations.Where(m => !found.Contains(m.Revision))];
        return new AppliedMatch(applied, pending, folder.Format == ImportFormat.Alembic ? [] : [.. OutOfOrder(applied, pending)]);
    }

    private static IEnumerable<ImportedMigration> Fitting(ImportedFolder folder, OtherEntry entry)
    {
        if (folder.Format == ImportFormat.Alembic)
        {
            return folder.Migrations.Where(m => m.Revision == entry.Version);
        }

        var version = VersionNumber.Parse(entry.Version);
        return entry switch
        {
            { State: OtherEntryState.AppliedUpTo } when folder.Format != ImportFormat.UpDown || folder.Migrations.Any(m => m.Version!.Equals(version)) =>
                folder.Migrations.Where(m => m.Version is not null && version is not null && m.Version.CompareTo(version) <= 0),
            { State: OtherEntryState.AppliedUpTo } => [],
            { Version: not null } => folder.Migrations.Where(m => m.Version is not null && m.Version.Equals(version)),
            _ => folder.Migrations.Where(m => IsName(entry.Name, m.Name)),
        };
    }

    // DbUp keeps the name of the embedded resource: its namespace stands before the file's name.
    private static bool IsName(string? known, string file) =>
        known is not null && known.EndsWith(file, StringComparison.OrdinalIgnoreCase)
        && (known.Length == file.Length || known[known.Length - file.Length - 1] is '.' or '/' or '\\');

    private static void AddAncestors(ImportedFolder folder, HashSet<string> found)
    {
        var labels = folder.Migrations.SelectMany(m => m.Labels.Select(l => (l, m.Revision))).ToLookup(l => l.l, l => l.Revision, StringComparer.Ordinal);
        foreach (var migration in folder.Migrations.Reverse().Where(m => found.Contains(m.Revision)))
        {
            EquatableArray<string> needed = [.. migration.Parents, .. migration.DependsOn.SelectMany(d => labels.Contains(d) ? labels[d] : [d])];
            found.UnionWith(needed);
        }
    }

    private static IEnumerable<Diagnostic> OutOfOrder(ImportedMigration[] applied, ImportedMigration[] pending) =>
        from late in pending
        where late.Version is not null
        let behind = applied.LastOrDefault(a => a.Version is not null && a.Version.CompareTo(late.Version) > 0)
        where behind is not null
        select ImportProblems.OutOfOrder(late, behind);

    private static Diagnostic Lost(IReadOnlyList<OtherEntry> lost, OtherHistory history) => new()
    {
        Code = DiagnosticCodes.OtherHistoryDiffers,
        Summary = $"By {OtherToolNames.NameOf(history.Tool)} the database has what the folder lacks: {string.Join(", ", lost.Select(e => e.Label))}. Nothing was changed.",
        Why = $"{history.Table.Schema}.{history.Table.Name} lists it as applied.",
        NextActions =
        [
            "Bring back the files, or name the folder that has them.",
            "Or take over the database alone: dotnet hotline-migrate adopt",
        ],
    };
}
