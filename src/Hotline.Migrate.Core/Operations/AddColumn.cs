using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... ADD COLUMN</c>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Fill">What rows that are there already get, when that is not the default.</param>
public sealed record AddColumn(QualifiedName Table, Column Column, ColumnFill? Fill = null) : Operation;
