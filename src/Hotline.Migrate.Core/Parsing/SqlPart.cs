namespace Hotline.Migrate.Parsing;

/// <summary>A statement or a directive of a script, as positions in the script's text.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Start">Its first character: of a statement its first token, or the hint comment (<c>/*+</c>) before it.</param>
/// <param name="Length">Up to its last token; neither the semicolon nor what follows it.</param>
/// <param name="End">Where the next part is looked for: behind the semicolon and behind COPY data.</param>
/// <param name="Line">The line of <paramref name="Start"/>, from 1.</param>
/// <param name="Column">The column of <paramref name="Start"/>, from 1, in UTF-16 units as editors count.</param>
/// <param name="DataStart">Where the data of <c>COPY ... FROM stdin</c> begins; 0 for every other part.</param>
/// <param name="DataLength">The length of that data, without its <c>\.</c> line.</param>
internal readonly record struct SqlPart(
    SqlPartKind Kind, int Start, int Length, int End, int Line, int Column, int DataStart = 0, int DataLength = 0)
{
    /// <summary>Whether it is <c>COPY ... FROM stdin</c>, which has its data behind it.</summary>
    public bool HasData => DataStart > 0;
}
