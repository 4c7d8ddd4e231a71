using System.Globalization;
using System.Text;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Migrations;

/// <summary>The lines around a place, with a caret under it, for an error's screen.</summary>
/// <remarks>Where something spans many lines or a line is very long, only what is near the place is shown.</remarks>
public static class SourceExcerpt
{
    private const int LinesAround = 2;
    private const int MaxWidth = 120;

    /// <summary>The lines of a file around a place; empty where the place has no line.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="where">A place in it.</param>
    public static string Of(string text, SourceLocation where) => Render(text, 1, 1, where);

    /// <summary>The lines of a statement around a place, numbered as in its file. The file itself is not needed.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="start">Its first character in the file.</param>
    /// <param name="where">A place in it.</param>
    public static string Of(string sql, SourceLocation start, SourceLocation where) =>
        Render(sql, Math.Max(start.Line, 1), Math.Max(start.Column, 1), where);

    private static string Render(string text, int firstLine, int firstColumn, SourceLocation where)
    {
        var (first, last) = (where.Line - LinesAround, where.Line + LinesAround);
        var digits = last.ToString(CultureInfo.InvariantCulture).Length;
        var excerpt = new StringBuilder();
        foreach (var (number, content) in Lines(text, firstLine, firstColumn).SkipWhile(l => l.Number < first).TakeWhile(l => l.Number <= last))
        {
            var cut = Math.Max(0, where.Column - (MaxWidth / 2));
            var shown = content.Length <= MaxWidth ? (Text: content, Offset: 0)
                : cut >= content.Length ? (Text: "", Offset: 0)
                : (Text: content.Substring(cut, Math.Min(MaxWidth, content.Length - cut)), Offset: cut);
            AddLine(excerpt, number.ToString(CultureInfo.InvariantCulture).PadLeft(digits), shown.Text);
            if (number == where.Line && where.Column > 0)
            {
                AddLine(excerpt, new(' ', digits), Indent(shown.Text, where.Column - 1 - shown.Offset) + "^");
            }
        }

        return excerpt.ToString();
    }

    private static void AddLine(StringBuilder excerpt, string margin, string content) =>
        excerpt.Append((margin + " | " + content).TrimEnd()).Append('\n');

    private static IEnumerable<(int Number, string Content)> Lines(string text, int firstLine, int firstColumn)
    {
        var (number, start, indent) = (firstLine, 0, new string(' ', firstColumn - 1));
        while (true)
        {
            var end = text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var length ? start + length : text.Length;
            yield return (number, indent + text[start..end]);
            if (end == text.Length)
            {
                yield break;
            }

            start = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
            (number, indent) = (number + 1, "");
        }
    }

    /// <summary>As wide as the text before the column: a tab stays one, and what has no width takes none.</summary>
    private static string Indent(string line, int length)
    {
        var indent = new StringBuilder();
        foreach (var rune in line[..Math.Clamp(length, 0, line.Length)].EnumerateRunes())
        {
            indent.Append(rune.Value == '\t' ? "\t" : IsWide(rune) ? "  " : HasNoWidth(rune) ? "" : " ");
        }

        return indent.ToString();
    }

    private static bool HasNoWidth(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    // East Asian scripts and emoji take two columns in a terminal.
    private static bool IsWide(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF)
        or (>= 0x20000 and <= 0x3FFFD);
}
