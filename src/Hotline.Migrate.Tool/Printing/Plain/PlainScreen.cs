namespace Hotline.Migrate.Tool.Printing.Plain;

/// <summary>Writes text without colour and without ever wrapping it: for pipes, files and NO_COLOR.</summary>
internal sealed class PlainScreen(TextWriter writer) : Screen
{
    private const string Gap = "  ";

    /// <inheritdoc />
    public override void Line(params IReadOnlyList<Styled> parts) => writer.WriteLine(string.Concat(parts.Select(p => p.Text)));

    /// <inheritdoc />
    public override void Ask(string text) => writer.Write(text);

    /// <inheritdoc />
    public override void Table(Grid grid)
    {
        var widths = grid.Headings
            .Select((heading, i) => grid.Rows.Select(row => row[i].Text.Length).Append(Heading(heading).Length).Max())
            .ToArray();
        Line(string.Join(Gap, grid.Headings.Select((heading, i) => Cell(Heading(heading), heading, widths[i]))).TrimEnd());
        foreach (var row in grid.Rows)
        {
            Line(string.Join(Gap, row.Select((cell, i) => Cell(cell.Text, grid.Headings[i], widths[i]))).TrimEnd());
        }
    }

    private static string Heading(string heading) => heading is ['#', _, ..] ? heading[1..] : heading;

    private static string Cell(string text, string heading, int width) =>
        heading.StartsWith('#') ? text.PadLeft(width) : text.PadRight(width);
}
