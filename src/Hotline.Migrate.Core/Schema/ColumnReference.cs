namespace Hotline.Migrate.Schema;

/// <summary>A column of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
public sealed record ColumnReference(QualifiedName Table, string Column);
