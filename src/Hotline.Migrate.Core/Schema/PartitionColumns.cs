namespace Hotline.Migrate.Schema;

/// <summary>What a partition says of its columns beside what they have from the partitioned table.</summary>
/// <remarks>A database tells all columns of a partition, a model only those that it changes; both give the same here.</remarks>
internal static class PartitionColumns
{
    /// <summary>The columns of <paramref name="table"/> that differ from its parent's; every column of a table that is no partition.</summary>
    /// <param name="table">The table.</param>
    /// <param name="find">Finds tables by name.</param>
    public static EquatableArray<Column> Own(Table table, Func<QualifiedName, Table?> find)
    {
        if (table.PartitionOf is null || table.Columns.IsEmpty)
        {
            return table.Columns;
        }

        var inherited = Inherited(table, find, 0);
        return table.Columns.Where(c => !inherited.Any(i => Same(i, c))).ToEquatableArray();
    }

    private static IReadOnlyList<Column> Inherited(Table table, Func<QualifiedName, Table?> find, int depth)
    {
        const int deepest = 32;
        if (table.PartitionOf is not { } of || find(of.Parent) is not { } parent || depth > deepest)
        {
            return [];
        }

        IReadOnlyList<Column> own = [.. parent.Columns];
        return [.. own, .. Inherited(parent, find, depth + 1).Where(i => !own.Any(o => o.Name == i.Name))];
    }

    // A partition has no comments from its table, and before PostgreSQL 17 no identity.
    private static bool Same(Column inherited, Column own) =>
        (inherited with { Comment = null, Identity = own.Identity is null ? null : inherited.Identity }) == own;
}
