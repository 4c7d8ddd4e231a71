namespace Hotline.Migrate.Schema;

/// <summary>A comment on a column of a view or foreign table.</summary>
/// <param name="Column">The column.</param>
/// <param name="Text">The comment.</param>
public sealed record ColumnComment(string Column, string Text);
