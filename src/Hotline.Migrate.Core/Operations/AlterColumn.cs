using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary>Type, collation, default, nullability or identity of a column, in the one order that never fails half-way.</summary>
/// <param name="Table">The table.</param>
/// <param name="Old">The column as it is.</param>
/// <param name="New">The column as it becomes.</param>
/// <param name="Using">The conversion of the values, where PostgreSQL has no assignment cast.</param>
/// <param name="Fill">What takes the place of NULL when the column becomes NOT NULL.</param>
public sealed record AlterColumn(QualifiedName Table, Column Old, Column New, string? Using = null, ColumnFill? Fill = null) : Operation
{
    /// <summary>What can show before that no row holds NULL, or <c>null</c> where <c>SET NOT NULL</c> alone is right.</summary>
    public NotNullProof? NotNullProof { get; init; }
}
