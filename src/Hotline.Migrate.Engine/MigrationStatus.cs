using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Running;

namespace Hotline.Migrate;

/// <summary>A database beside what an application needs.</summary>
public sealed record MigrationStatus
{
    private readonly MigrationSet set;
    private readonly DatabaseHistory history;

    private MigrationStatus(MigrationSet set, DatabaseHistory history) => (this.set, this.history) = (set, history);

    /// <summary>Where the database is: its newest revisions; none when nothing was ever applied.</summary>
    public required IReadOnlyList<string> Current { get; init; }

    /// <summary>Where the application wants it.</summary>
    public required IReadOnlyList<string> Needed { get; init; }

    /// <summary>The revisions that it lacks, in the order to apply them.</summary>
    public required IReadOnlyList<string> Pending { get; init; }

    /// <summary>The revisions that it has and the application does not know: a newer release was here.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    /// <summary>Whether the database has all that the application needs.</summary>
    public bool IsCompatible => Pending.Count == 0;

    internal static MigrationStatus Of(MigrationSet set, DatabaseHistory history)
    {
        string[] applied = [.. history.Applied.Select(row => row.Revision)];
        return new MigrationStatus(set, history)
        {
            Current = set.GraphWith(history).Current(applied),
            Needed = [.. set.Graph.EffectiveHeads.Select(node => node.Id)],
            Pending = [.. set.Graph.Pending(applied).Select(node => node.Id)],
            Unknown = set.Graph.Unknown(applied),
        };
    }

    internal void EnsureCompatible(RunnerOptions options)
    {
        HistoryChecks.EnsureUnedited(set, history.Applied);
        if (Unknown.Count > 0 && !options.AllowNewerDatabase)
        {
            throw HistoryChecks.Missing(Unknown.ToHashSet(StringComparer.Ordinal), history);
        }

        if (!IsCompatible)
        {
            throw new DiagnosticException(FailureKind.Findings, new Diagnostic
            {
                Code = DiagnosticCodes.DatabaseNotCompatible,
                Summary = Pending.Count == 1
                    ? $"The database lacks revision {Pending[0]}, which this build needs."
                    : FormattableString.Invariant($"The database lacks {Pending.Count} revisions that this build needs."),
                Why = string.Join('\n', Pending.Select(revision => $"{revision} {set.Find(revision)!.Message}")),
                NextActions =
                [
                    "Bring it up to date before this build starts: dotnet hotline-migrate upgrade",
                    "Or let the application do it at its start (StartupAction.Upgrade).",
                ],
            });
        }
    }
}
