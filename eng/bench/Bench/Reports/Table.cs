using System.Globalization;

namespace Hotline.Migrate.Bench.Reports;

/// <summary>A Markdown table.</summary>
internal sealed class Table(params IReadOnlyList<string> head)
{
    private readonly List<string[]> rows = [];

    public void Add(params string[] row) => rows.Add(row);

    public override string ToString() => string.Join(
        '\n',
        [Line(head), Line(head.Select((_, i) => i == 0 ? "---" : "---:")), .. rows.Select(Line)]);

    /// <summary>A duration in milliseconds, as short as it can be read.</summary>
    public static string Time(double milliseconds) => double.IsNaN(milliseconds) ? "–"
        : Math.Abs(milliseconds) >= 1000 ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.00} s")
        : Math.Abs(milliseconds) >= 100 ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.0} ms");

    public static string Ratio(double ratio) => double.IsNaN(ratio) ? "–" : string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}");

    public static string Size(double mebibytes) => double.IsNaN(mebibytes) ? "–" : string.Create(CultureInfo.InvariantCulture, $"{mebibytes:0} MiB");

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
