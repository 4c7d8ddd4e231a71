using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>
/// The keys, indexes and conditions that a partition has from its partitioned table: PostgreSQL leaves them on a table that is detached,
/// under names of its own, and takes those that fit from a table that is attached.
/// </summary>
internal static class PartitionParts
{
    /// <summary>The pair in the form in which its constraints and indexes compare.</summary>
    public static TablePair Comparable(PlanContext context, TablePair table)
    {
        if (table.Old.PartitionOf == table.New.PartitionOf && table.Old.Inherits == table.New.Inherits)
        {
            return table;
        }

        var old = WithConditions(context.From, table.Old);
        var @new = WithConditions(context.To, table.New);
        if (table.Old.PartitionOf != table.New.PartitionOf)
        {
            old = Parents(context.From, table.Old).Aggregate(old, (all, parent) => WithKept(all, parent, table.New));
            @new = Parents(context.To, table.New).Aggregate(@new, (all, parent) => WithTaken(all, parent, old));
        }

        return new TablePair(old, @new);
    }

    /// <summary>What a table must not be changed in before the partition is detached, and must have before it is attached.</summary>
    public static IEnumerable<SchemaKey> Parts(DatabaseSchema schema, QualifiedName parent) =>
        schema.Find<Table>(parent) is { } table ? TableKeys.Owned(table) : [];

    private static IEnumerable<Table> Parents(DatabaseSchema schema, Table table)
    {
        for (var of = table.PartitionOf; of is not null; of = table.PartitionOf)
        {
            if (schema.Find<Table>(of.Parent) is not { } parent)
            {
                yield break;
            }

            yield return parent;
            table = parent;
        }
    }

    private static Table WithConditions(DatabaseSchema schema, Table table) => Inheritance.Above(schema, table).Aggregate(table, (all, parent) => all with
    {
        Checks = [.. all.Checks, .. parent.Checks.Where(c => !c.NoInherit && all.Checks.All(o => o.Name != c.Name)).Select(c => Bare(c, c.Name))],
    });

    private static Table WithKept(Table table, Table parent, Table detached) => With(table, parent, detached, _ => true, _ => true);

    // What the table has that the partitioned table asks for stays; PostgreSQL makes the rest.
    private static Table WithTaken(Table table, Table parent, Table old) => With(
        table,
        parent,
        old,
        c => old.Constraints.Any(o => ConstraintShape.Same(o with { Name = c.Name }, c)),
        i => old.Indexes.Any(o => IndexShape.Same(o, i)));

    // The names are those that PostgreSQL gives when it makes the parts of a partition; what it calls an index over expressions is told by
    // the table on the other side, if it has such an index.
    private static Table With(Table table, Table parent, Table other, Func<TableConstraint, bool> hasConstraint, Func<TableIndex, bool> hasIndex)
    {
        var names = table.Constraints.Select(c => c.Name).Concat(table.Indexes.Select(i => i.Name)).ToHashSet(StringComparer.Ordinal);
        string Free(string name)
        {
            var free = name;
            for (var i = 1; !names.Add(free); i++)
            {
                free = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            return free;
        }

        return table with
        {
            PrimaryKey = table.PrimaryKey ?? (parent.PrimaryKey is { } key && hasConstraint(key) ? Bare(key, Free(ObjectNames.PrimaryKey(table.Name.Name))) : null),
            Uniques = [.. table.Uniques, .. parent.Uniques.Where(u => hasConstraint(u)).Select(u => Bare(u, Free(ObjectNames.Unique(table.Name.Name, u.Columns))))],
            ForeignKeys = [.. table.ForeignKeys, .. parent.ForeignKeys.Where(k => hasConstraint(k)).Select(k => Bare(k, Free(k.Name)))],
            Indexes =
            [
                .. table.Indexes,
                .. parent.Indexes.Where(hasIndex).Select(i => i with
                {
                    Name = Free(
                        (i.Elements.Any(e => e.Column is null) ? other.Indexes.FirstOrDefault(o => IndexShape.Same(o, i))?.Name : null)
                        ?? ObjectNames.Index(table.Name.Name, i.Elements.Select(Word).Concat(i.Include))),
                    Comment = null,
                }),
            ],
        };
    }

    private static T Bare<T>(T constraint, string name)
        where T : TableConstraint =>
        constraint with { Name = name, Comment = null, IndexComment = null };

    private static string Word(IndexElement element) => element.Column
        ?? (element.Expression!.IndexOf('(', StringComparison.Ordinal) is var open and > 0 && element.Expression[..open].All(char.IsLetter)
            ? element.Expression[..open]
            : "expr");
}
