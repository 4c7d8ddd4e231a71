namespace Hotline.Migrate.Tool.Printing;

/// <summary>Rows under headings. A heading that starts with <c>#</c> aligns its column to the right.</summary>
internal sealed record Grid(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<Styled>> Rows);
