using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>
/// Keys, checks and indexes of a table that is attached or detached. Those of the parent stay in a detached table, as its own;
/// those that a table has already are taken for the parent's when it is attached.
/// </summary>
internal static class PartitionParts
{
    public static TablePair Comparable(PlanContext context, TablePair table)
    {
        if (table.Old.PartitionOf == table.New.PartitionOf)
        {
            return table;
        }

        var old = table.Old.PartitionOf is { } from ? Kept(table.Old, table.New, context.From.Find<Table>(from.Parent)) : table.Old;
        var @new = table.New.PartitionOf is { } to ? Brought(table.New, old, context.To.Find<Table>(to.Parent)) : table.New;
        return new TablePair(old, @new);
    }

    private static Table Kept(Table partition, Table detached, Table? parent) => parent is null
        ? partition
        : With(
            partition,
            parent.Constraints.Select(c => c with { Name = NameOf(partition.Name.Name, c), Comment = null }),
            parent.Indexes.Select(i => i with { Name = NameOf(partition.Name.Name, i, detached), Comment = null }));

    private static Table Brought(Table partition, Table attached, Table? parent) => parent is null
        ? partition
        : With(
            partition,
            attached.Constraints.Where(c => parent.Constraints.Any(p => ConstraintShape.Same(p with { Name = c.Name }, c))),
            attached.Indexes.Where(i => parent.Indexes.Any(p => IndexShape.Same(p, i))));

    private static Table With(Table table, IEnumerable<TableConstraint> constraints, IEnumerable<TableIndex> indexes)
    {
        var all = table.Constraints.Concat(constraints).DistinctBy(c => c.Name).ToArray();
        return table with
        {
            PrimaryKey = all.OfType<PrimaryKey>().FirstOrDefault(),
            Uniques = all.OfType<UniqueConstraint>().ToEquatableArray(),
            Checks = all.OfType<CheckConstraint>().ToEquatableArray(),
            Exclusions = all.OfType<ExclusionConstraint>().ToEquatableArray(),
            ForeignKeys = all.OfType<ForeignKey>().ToEquatableArray(),
            Indexes = table.Indexes.Concat(indexes).DistinctBy(i => i.Name).ToEquatableArray(),
        };
    }

    private static string NameOf(string partition, TableConstraint constraint) => constraint switch
    {
        PrimaryKey => ObjectNames.PrimaryKey(partition),
        UniqueConstraint unique => ObjectNames.Unique(partition, unique.Columns),
        _ => constraint.Name,
    };

    // What PostgreSQL calls an index over expressions is known to nobody else: it has the name that the model gives it.
    private static string NameOf(string partition, TableIndex index, Table detached) =>
        index.Elements.All(e => e.Column is not null)
            ? ObjectNames.Index(partition, index.Elements.Select(e => e.Column!).Concat(index.Include))
            : detached.Indexes.FirstOrDefault(i => IndexShape.Same(i, index))?.Name ?? index.Name;
}
