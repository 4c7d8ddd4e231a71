using System.Globalization;
using System.Text;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Tool.Printing.Failures;

/// <summary>The lines around a place in a file, with a caret under it.</summary>
internal static class SourceExcerpt
{
    private const int LinesBefore = 2;
    private const long LargestFile = 16 * 1024 * 1024;

    /// <summary>The excerpt; nothing when the file cannot be shown, for the message stands without it.</summary>
    public static IReadOnlyList<ExcerptLine> Of(SourceLocation where)
    {
        if (where.Line <= 0 || Read(where.Path) is not { } lines || where.Line > lines.Length)
        {
            return [];
        }

        var first = Math.Max(1, where.Line - LinesBefore);
        var digits = where.Line.ToString(CultureInfo.InvariantCulture).Length;
        List<ExcerptLine> result = [];
        for (var number = first; number <= where.Line; number++)
        {
            var margin = number.ToString(CultureInfo.InvariantCulture).PadLeft(digits) + " | ";
            result.Add(new ExcerptLine(margin, lines[number - 1].Replace('\t', ' ')));
        }

        if (where.Column > 0)
        {
            var indent = Math.Min(where.Column - 1, lines[where.Line - 1].Length);
            result.Add(new ExcerptLine(new string(' ', digits) + " | ", new string(' ', indent) + "^", IsCaret: true));
        }

        return result;
    }

    private static string[]? Read(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: < LargestFile }
                ? File.ReadAllText(path, Encoding.UTF8).ReplaceLineEndings("\n").Split('\n')
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }
}
