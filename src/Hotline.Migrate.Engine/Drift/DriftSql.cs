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
        SchemaDifference[] byHand =
        [
            .. comparison.Differences.Where(d => !comparison.Schemas.Differences.Contains(d)),
            .. comparison.Schemas.Differences.Where(IsUnwritten(comparison)),
        ];
        return new DriftSql(
            Join(body.Upgrade, byHand),
            Join(body.Downgrade, byHand.Select(d => d with { Sign = Inverse(d.Sign) })));
    }

    // A finding without an operation: there is no statement for it.
    private static Func<SchemaDifference, bool> IsUnwritten(StateComparison comparison)
    {
        var written = comparison.Schemas.Diff.Operations.Select(o => Operations.OperationSummary.Of(o).Words).ToHashSet(StringComparer.Ordinal);
        return difference => !written.Contains(difference.Words);
    }

    private static string Join(string sql, IEnumerable<SchemaDifference> byHand)
    {
        var notes = string.Concat(byHand.Select(d => $"-- to be written by hand: {d.ToString().ReplaceLineEndings(" ")}\n"));
        return sql.Length == 0 || notes.Length == 0 ? sql + notes : $"{sql}\n{notes}";
    }

    private static char Inverse(char sign) => sign switch
    {
        '+' => '-',
        '-' => '+',
        _ => sign,
    };
}
