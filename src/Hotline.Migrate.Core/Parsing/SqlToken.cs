namespace Hotline.Migrate.Parsing;

/// <summary>A token of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Closed">Whether what it opens is closed before the text ends.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int Length, bool Closed = true)
{
    /// <summary>The first position behind it.</summary>
    public int End => Start + Length;

    /// <summary>Whether PostgreSQL overlooks it.</summary>
    public bool IsComment => Kind is SqlTokenKind.LineComment or SqlTokenKind.BlockComment;
}
