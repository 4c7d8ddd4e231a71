namespace Hotline.Migrate.Parsing;

/// <summary>Where a text to split comes from.</summary>
/// <param name="Path">The file, for messages.</param>
internal readonly record struct SqlSource(string Path)
{
    /// <summary>The line of the text's first character.</summary>
    public int Line { get; init; } = 1;

    /// <summary>The column of the text's first character.</summary>
    public int Column { get; init; } = 1;

    /// <summary>Whether <c>-- hm:</c> lines are directives. Otherwise they are comments like any other.</summary>
    public bool HasDirectives { get; init; }

    /// <summary>Whether more text follows the text at hand.</summary>
    public bool HasMore { get; init; }

    /// <summary>Whether the reader takes the data of <c>COPY ... FROM stdin</c> by itself: then such a part ends where its data begins.</summary>
    public bool LeavesData { get; init; }
}
