using Spectre.Console;

namespace Hotline.Migrate.Tool.Printing.Rich;

/// <summary>Writes in colour, for terminals.</summary>
internal sealed class RichScreen : Screen
{
    private readonly IAnsiConsole console;
    private readonly int width;

    /// <param name="writer">Where to write.</param>
    /// <param name="width">How wide tables may get.</param>
    public RichScreen(TextWriter writer, int width)
    {
        this.width = width;

        // Nothing is detected: on build servers detection would turn colours on in pipes.
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(writer),
        });
    }

    /// <inheritdoc />
    public override void Line(params IReadOnlyList<Styled> parts)
    {
        // The terminal wraps long lines better than a program: a line stays one line when it is copied.
        console.Profile.Width = int.MaxValue;
        foreach (var part in parts.Where(p => p.Text.Length > 0))
        {
            console.Write(new Text(part.Text, StyleOf(part.Tone)));
        }

        console.WriteLine();
    }

    /// <inheritdoc />
    public override void Ask(string text)
    {
        console.Profile.Width = int.MaxValue;
        console.Write(new Text(text, StyleOf(Tone.Strong)));
    }

    /// <inheritdoc />
    public override void Table(Grid grid)
    {
        console.Profile.Width = width;
        var table = new Table { Border = TableBorder.None };
        foreach (var heading in grid.Headings)
        {
            var right = heading.StartsWith('#');
            var column = new TableColumn(new Text(heading is ['#', _, ..] ? heading[1..] : heading, StyleOf(Tone.Muted)));
            table.AddColumn(right ? column.RightAligned() : column.LeftAligned());
        }

        foreach (var row in grid.Rows)
        {
            table.AddRow(row.Select(cell => new Text(cell.Text, StyleOf(cell.Tone))));
        }

        console.Write(table);
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Muted => new Style(Color.Grey),
        Tone.Name => new Style(Color.Aqua),
        Tone.Good => new Style(Color.Green),
        Tone.Warning => new Style(Color.Yellow),
        Tone.Bad => new Style(Color.Red, decoration: Decoration.Bold),
        _ => Style.Plain,
    };
}
