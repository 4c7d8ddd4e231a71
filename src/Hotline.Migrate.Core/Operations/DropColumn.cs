using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... DROP COLUMN</c>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Only">Whether the tables that inherit it keep it as their own.</param>
public sealed record DropColumn(QualifiedName Table, Column Column, bool Only = false) : Operation
{
    /// <inheritdoc/>
    public override Reversibility Reversibility =>
        Column.Generated is null ? Reversibility.StructureOnly : Reversibility.Lossless;
}
