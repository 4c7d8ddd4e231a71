using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Importing;

/// <summary>What another tool's history says about a database.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Table">Its table.</param>
/// <param name="Entries">The rows in the order in which the tool applied them.</param>
public sealed record OtherHistory(OtherTool Tool, QualifiedName Table, EquatableArray<OtherEntry> Entries)
{
    /// <summary>What is applied, oldest first: what was undone later is not in it.</summary>
    public IReadOnlyList<OtherEntry> Applied
    {
        get
        {
            var applied = new List<OtherEntry>();
            foreach (var entry in Entries.Where(e => e.State != OtherEntryState.Failed))
            {
                applied.RemoveAll(e => e.Label == entry.Label);
                if (entry.State != OtherEntryState.Undone)
                {
                    applied.Add(entry);
                }
            }

            return applied;
        }
    }

    /// <summary>What failed or stopped half-way.</summary>
    public IReadOnlyList<OtherEntry> Failed => [.. Entries.Where(e => e.State == OtherEntryState.Failed)];

    /// <summary>Where the database is: Alembic's heads, for the others the highest version, or the last script where there are none.</summary>
    public IReadOnlyList<string> Position => Tool == OtherTool.Alembic
        ? [.. Applied.Select(e => e.Label)]
        : (Highest ?? Applied.LastOrDefault(e => e.Version is not null) ?? (Applied.Count > 0 ? Applied[^1] : null)) is { } last ? [last.Label] : [];

    // What was applied out of order comes last and is not where the database is.
    private OtherEntry? Highest => Applied.Where(e => VersionNumber.Parse(e.Version) is not null).MaxBy(e => VersionNumber.Parse(e.Version));

    /// <summary>How many migrations are applied; <c>null</c> where the tool keeps only the last one.</summary>
    public int? AppliedCount => Tool is OtherTool.Alembic or OtherTool.GolangMigrate ? null : Applied.Count;

    /// <summary>When the last one was applied, where the tool keeps it.</summary>
    public DateTimeOffset? LastAppliedAt => Applied.Max(e => e.At);
}
