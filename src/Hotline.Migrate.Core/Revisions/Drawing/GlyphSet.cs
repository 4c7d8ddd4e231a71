namespace Hotline.Migrate.Revisions.Drawing;

/// <summary>The characters of a drawing.</summary>
public sealed record GlyphSet
{
    /// <summary><c>○ ● ◉ ├─╮ │ ├─╯</c></summary>
    public static GlyphSet Unicode { get; } = new()
    {
        Marks = "○●◉✖?",
        Rail = '│',
        Level = '─',
        Crossing = '┼',
        Corner = '├',
        Opening = '┬',
        LastOpening = '╮',
        Closing = '┴',
        LastClosing = '╯',
    };

    /// <summary><c>* | \ /</c>, for terminals and files that are not UTF-8.</summary>
    public static GlyphSet Ascii { get; } = new()
    {
        Marks = "o*@x?",
        Rail = '|',
        Level = '-',
        Crossing = '|',
        Corner = '|',
        Opening = '\\',
        LastOpening = '\\',
        Closing = '/',
        LastClosing = '/',
        IsSlanted = true,
    };

    /// <summary>The character of a mark.</summary>
    public char this[RevisionMark mark] => Marks[(int)mark];

    /// <summary>A revision's characters, in the order of <see cref="RevisionMark"/>.</summary>
    public required string Marks { get; init; }

    /// <summary>The line from a revision to its parent.</summary>
    public required char Rail { get; init; }

    /// <summary>The line between rails.</summary>
    public required char Level { get; init; }

    /// <summary>A level line that passes a rail.</summary>
    public required char Crossing { get; init; }

    /// <summary>Where a level line leaves its rail.</summary>
    public required char Corner { get; init; }

    /// <summary>Where a rail begins on a level line that goes on.</summary>
    public required char Opening { get; init; }

    /// <summary>Where a rail begins at the end of a level line.</summary>
    public required char LastOpening { get; init; }

    /// <summary>Where a rail ends on a level line that goes on.</summary>
    public required char Closing { get; init; }

    /// <summary>Where a rail ends at the end of a level line.</summary>
    public required char LastClosing { get; init; }

    /// <summary>Whether openings and closings stand between two rails, as slashes do, and not on the rail.</summary>
    public bool IsSlanted { get; init; }
}
