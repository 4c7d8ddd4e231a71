using Hotline.Migrate.Comparing;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Rendering;

namespace Hotline.Migrate.Drift;

/// <summary>Drift as SQL, both ways.</summary>
/// <param name="Adopt">From the expected schema to the live one.</param>
/// <param name="Revert">From the live schema to the expected one.</param>
internal sealed record DriftSql(string Adopt, string Revert)
{
    public static DriftSql Of(StateComparison comparison)
    {
        var body = MigrationBody.Compose(comparison.Schemas.Diff, RenderOptions.Default with { BodiesUnchecked = true });
        SchemaDifference[] unwritten = [.. comparison.Schemas.Differences.Where(IsUnwritten(comparison))];
        return new DriftSql(
            Join(body.Upgrade, comparison.Unmodelled, unwritten),
            Join(
                body.Downgrade,
                comparison.Unmodelled.Select(u => new UnmodelledDifference(Inverse(u.Difference), u.Found, u.Expected)),
                unwritten.Select(Inverse)));
    }

    // A finding without an operation: there is no statement for it.
    private static Func<SchemaDifference, bool> IsUnwritten(StateComparison comparison)
    {
        var written = comparison.Schemas.Diff.Operations.Select(o => Operations.OperationSummary.Of(o).Words).ToHashSet(StringComparer.Ordinal);
        return difference => !written.Contains(difference.Words);
    }

    // What the model does not know stands on what it knows: a cast on its function, statistics on their column.
    private static string Join(string sql, IEnumerable<UnmodelledDifference> unmodelled, IEnumerable<SchemaDifference> unwritten)
    {
        var known = unmodelled.ToLookup(u => u is { Expected: null or { Undoing: not null }, Found: null or { Making: not null } });
        var notes = unwritten.Concat(known[false].Select(u => u.Difference)).Select(d => $"-- to be written by hand: {d.ToString().ReplaceLineEndings(" ")}");
        return string.Join("\n", new[]
        {
            Lines(known[true].Select(u => u.Expected?.Undoing).OfType<string>()),
            sql,
            Lines(known[true].Select(u => u.Found?.Making).OfType<string>()),
            Lines(notes),
        }.Where(part => part.Length > 0));
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));

    private static SchemaDifference Inverse(SchemaDifference difference) => difference with
    {
        Sign = difference.Sign switch
        {
            '+' => '-',
            '-' => '+',
            var sign => sign,
        },
    };
}
