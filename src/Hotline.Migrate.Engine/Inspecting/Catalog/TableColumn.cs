using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>A column of a table or foreign table.</summary>
/// <param name="Column">The column.</param>
/// <param name="IsLocal">Whether the table declares it itself; otherwise it has it from a parent.</param>
/// <param name="Options">Its options for the foreign server as SQL.</param>
internal sealed record TableColumn(Column Column, bool IsLocal, string? Options)
{
    /// <summary>Whether the table must declare the column: it is its own, or something was changed since it came from a parent.</summary>
    public bool IsDeclared(IEnumerable<TableColumn> ofParents) => IsLocal
        || Column.Comment is not null
        || Column.Identity is not null
        || !ofParents.Any(p => Inherited(p.Column) == Inherited(Column));

    // Comments and identities are not inherited.
    private static Column Inherited(Column column) => column with { Comment = null, Identity = null };
}
