using System.Globalization;

namespace Hotline.Migrate.Revisions.Selecting;

/// <summary>A selector taken apart: <c>[branch@]anchor[±steps]</c>.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Branch">What stands before the <c>@</c>.</param>
/// <param name="Anchor">What it counts from.</param>
/// <param name="Name">The id, prefix or label of <see cref="Anchor.Name"/>.</param>
/// <param name="Steps">How many revisions from there, forward or (below zero) back.</param>
internal sealed record Selector(string Text, string? Branch, Anchor Anchor, string? Name, int? Steps)
{
    /// <exception cref="Diagnostics.DiagnosticException">The text is no selector.</exception>
    public static Selector Parse(string text)
    {
        var (branch, rest) = text.Trim().Split('@') switch
        {
            [var all] => (null, all),
            [{ Length: > 0 } before, var after] => (before, after),
            _ => throw SelectorErrors.Syntax(text),
        };
        var sign = rest.AsSpan().IndexOfAny('+', '-');
        var anchor = sign < 0 ? rest : rest[..sign];
        int? steps = sign < 0 ? null : Count(rest[sign..]) ?? throw SelectorErrors.Syntax(text);
        if ((anchor.Length == 0 && steps is null) || $"{branch}{anchor}".AsSpan().IndexOfAny(" \t:+-") >= 0)
        {
            throw SelectorErrors.Syntax(text);
        }

        return anchor switch
        {
            "" => new(text, branch, Anchor.Implied, null, steps),
            "base" => new(text, branch, Anchor.Base, null, steps),
            "head" => new(text, branch, Anchor.Head, null, steps),
            "heads" => new(text, branch, Anchor.Heads, null, steps),
            "current" => new(text, branch, Anchor.Current, null, steps),
            _ => new(text, branch, Anchor.Name, anchor, steps),
        };
    }

    /// <summary>The same from <paramref name="anchor"/>, where the text names none.</summary>
    public Selector OrFrom(Anchor anchor) => Anchor == Anchor.Implied ? this with { Anchor = anchor } : this;

    private static int? Count(string signed) =>
        int.TryParse(signed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : null;
}
