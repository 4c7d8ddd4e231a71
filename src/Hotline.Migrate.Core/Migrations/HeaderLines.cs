using System.Text;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>The header as lines of the file: read, left out or replaced without touching any other character.</summary>
/// <remarks>The header is the first run of comment lines; an empty line, a directive or SQL ends it.</remarks>
internal static class HeaderLines
{
    /// <summary>The header's lines; lines that are only dashes are left out.</summary>
    public static IReadOnlyList<HeaderLine> Read(string text)
    {
        var lines = new List<HeaderLine>(HeaderKeys.All.Count);
        var number = 0;
        for (var start = 0; start < text.Length;)
        {
            number++;
            var (end, next) = LineEnd(text, start);
            var content = text.AsSpan(start, end - start);
            var trimmed = content.Trim(" \t\uFEFF");
            if (!trimmed.StartsWith("--") || DirectiveName.Is(trimmed))
            {
                if (!trimmed.IsEmpty || lines.Count > 0)
                {
                    break;
                }
            }
            else if (!trimmed.Trim("- \t").IsEmpty)
            {
                lines.Add(Parse(content, start, next, number));
            }

            start = next;
        }

        return lines;
    }

    /// <summary>The position behind the header.</summary>
    public static int End(IReadOnlyList<HeaderLine> lines) => lines is [.., var last] ? last.End : 0;

    /// <summary>The text without the header lines that hold hashes.</summary>
    public static string WithoutHashes(string text) => Without(text, HeaderKeys.Hash, HeaderKeys.Generated);

    /// <summary>Hashes the text without the header lines that hold hashes.</summary>
    public static void AppendWithoutHashes(ContentHasher hasher, string text, IReadOnlyList<HeaderLine> lines)
    {
        var kept = 0;
        foreach (var line in lines)
        {
            if (line.Key is HeaderKeys.Hash or HeaderKeys.Generated)
            {
                hasher.Append(text.AsSpan(kept, line.Start - kept));
                kept = line.End;
            }
        }

        hasher.Append(text.AsSpan(kept));
    }

    /// <summary>The text without the header lines of <paramref name="keys"/>.</summary>
    public static string Without(string text, params ReadOnlySpan<string> keys)
    {
        var result = new StringBuilder(text.Length);
        var kept = 0;
        foreach (var line in Read(text))
        {
            if (keys.Contains(line.Key))
            {
                result.Append(text, kept, line.Start - kept);
                kept = line.End;
            }
        }

        return kept == 0 ? text : result.Append(text, kept, text.Length - kept).ToString();
    }

    /// <summary>The text with the key's line replaced, or with a new line where its place among the keys is.</summary>
    public static string With(string text, string key, string value)
    {
        var lines = Read(text);
        var lineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var line = Format(key, value) + lineEnd;
        var old = lines.FirstOrDefault(l => l.Key == key);
        if (old.Key == key)
        {
            return string.Concat(text.AsSpan(0, old.Start), line, text.AsSpan(old.End));
        }

        var rank = IndexOf(key);
        var before = lines.LastOrDefault(l => IndexOf(l.Key) < rank);
        return string.Concat(text.AsSpan(0, before.End), line, text.AsSpan(before.End));
    }

    /// <summary>A header line, its value aligned with the others.</summary>
    public static string Format(string key, string value) => $"-- {key + ":",-10} {value}".TrimEnd();

    private static HeaderLine Parse(ReadOnlySpan<char> content, int start, int next, int number)
    {
        var keyStart = content.IndexOf('-') + 2;
        while (keyStart < content.Length && content[keyStart] is ' ' or '\t')
        {
            keyStart++;
        }

        var colon = content[keyStart..].IndexOf(':');
        var key = colon < 0 ? default : content.Slice(keyStart, colon).TrimEnd();
        if (key.IsEmpty || key.ContainsAny(' ', '\t'))
        {
            return new("", content[keyStart..].TrimEnd().ToString(), start, next, number, keyStart + 1, keyStart + 1);
        }

        var valueStart = keyStart + colon + 1;
        while (valueStart < content.Length && content[valueStart] is ' ' or '\t')
        {
            valueStart++;
        }

        return new(HeaderKeys.Name(key), content[valueStart..].TrimEnd().ToString(), start, next, number, keyStart + 1, valueStart + 1);
    }

    private static int IndexOf(string key) => Array.IndexOf([.. HeaderKeys.All], key);

    private static (int End, int Next) LineEnd(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny('\r', '\n');
        if (end < 0)
        {
            return (text.Length, text.Length);
        }

        end += start;
        return (end, text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1);
    }
}
