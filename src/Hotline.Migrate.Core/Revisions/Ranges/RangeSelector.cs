using Hotline.Migrate.Revisions.Selecting;

namespace Hotline.Migrate.Revisions.Ranges;

/// <summary>A range taken apart: <c>lower:upper</c>. An end that is left out is base, or the heads.</summary>
internal sealed record RangeSelector(string Text, Selector Lower, Selector Upper)
{
    /// <exception cref="Diagnostics.DiagnosticException">The text is no range.</exception>
    public static RangeSelector Parse(string text) => text.Split(':') switch
    {
        [var lower, var upper] => new(text, End(lower, "base"), End(upper, "heads")),
        _ => throw SelectorErrors.RangeSyntax(text),
    };

    private static Selector End(string text, string open) => Selector.Parse(string.IsNullOrWhiteSpace(text) ? open : text);
}
