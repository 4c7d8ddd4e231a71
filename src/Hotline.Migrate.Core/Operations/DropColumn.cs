using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... DROP COLUMN</c>.</summary>
public sealed record DropColumn(QualifiedName Table, Column Column) : Operation
{
    /// <inheritdoc/>
    public override Reversibility Reversibility =>
        Column.Generated is null ? Reversibility.StructureOnly : Reversibility.Lossless;
}
