using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Revisions.Ranges;

/// <summary>Ranges whose ends do not fit.</summary>
internal static class RangeErrors
{
    public static DiagnosticException NotConnected(RangeSelector range, IReadOnlyList<string> lower, IReadOnlyList<string> upper) =>
        new(FailureKind.Usage, new Diagnostic
        {
            Code = DiagnosticCodes.RangeNotConnected,
            Summary = $"'{range.Text}' is no range: {End(lower)} {(lower.Count > 1 ? "do" : "does")} not lie behind {End(upper)}.",
            NextActions = ["The older end comes first, and both are on one line of revisions.", $"All up to there: :{range.Upper.Text}"],
        });

    private static string End(IReadOnlyList<string> ids) => ids is [] ? "base" : GraphDiagnostics.List(ids);
}
