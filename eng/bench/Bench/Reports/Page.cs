namespace Hotline.Migrate.Bench.Reports;

/// <summary>The page with the figures: people write the text, the program what stands between two marks.</summary>
internal static class Page
{
    /// <summary>Replaces a section.</summary>
    public static void Replace(string path, string section, string content)
    {
        var (open, close) = ($"<!-- {section} -->", $"<!-- /{section} -->");
        var text = File.ReadAllText(path);
        var start = text.IndexOf(open, StringComparison.Ordinal);
        var end = text.IndexOf(close, StringComparison.Ordinal);
        if (start < 0 || end < start)
        {
            throw new InvalidOperationException($"{path} has no {open} … {close}.");
        }

        File.WriteAllText(path, $"{text[..(start + open.Length)]}\n{content}\n{text[end..]}");
    }
}
