namespace Hotline.Migrate.Tool.Printing;

/// <summary>What printers write on.</summary>
internal abstract class Screen
{
    /// <summary>The signs to use.</summary>
    public required Glyphs Glyphs { get; init; }

    /// <summary>Whether to print details.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>Whether to print the bare answer.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Writes one line.</summary>
    public abstract void Line(params IReadOnlyList<Styled> parts);

    /// <summary>Writes text without ending the line, for questions.</summary>
    public abstract void Ask(string text);

    /// <summary>Writes rows under headings.</summary>
    public abstract void Table(Grid grid);

    /// <summary>Writes text of several lines as it is.</summary>
    public void Text(string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            Line(line);
        }
    }
}
