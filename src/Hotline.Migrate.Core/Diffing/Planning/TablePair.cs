using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>A table as it is and as it becomes.</summary>
internal sealed record TablePair(Table Old, Table New)
{
    public QualifiedName Name => New.Name;

    /// <summary>The columns that stay.</summary>
    public IEnumerable<(Column Old, Column New)> Columns =>
        Old.Columns.Join(New.Columns, c => c.Name, c => c.Name, (old, @new) => (old, @new));
}
