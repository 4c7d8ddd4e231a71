using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing;

/// <summary>The columns that tables have from those they inherit from or are partitions of.</summary>
internal sealed class Inheritance
{
    private readonly Dictionary<QualifiedName, Table> tables;
    private readonly Dictionary<QualifiedName, IReadOnlyList<Column>> inherited = [];

    public Inheritance(IEnumerable<Table> tables) => this.tables = tables.ToDictionary(t => t.Name);

    public static IEnumerable<QualifiedName> Parents(Table table) =>
        table.PartitionOf is { } of ? table.Inherits.Append(of.Parent) : table.Inherits;

    /// <summary>The tables that have their columns from this one.</summary>
    public IEnumerable<Table> Children(QualifiedName parent) => tables.Values.Where(t => Parents(t).Contains(parent));

    /// <summary>The columns that come from above, with nothing of their comments.</summary>
    public IReadOnlyList<Column> Inherited(Table table)
    {
        if (inherited.TryGetValue(table.Name, out var known))
        {
            return known;
        }

        // Nothing inherits from itself; a schema that says so must not end in a loop.
        inherited[table.Name] = [];
        var result = new List<Column>();
        foreach (var parent in Parents(table).Select(tables.GetValueOrDefault).OfType<Table>())
        {
            result.AddRange(All(parent)
                .Where(c => result.TrueForAll(r => r.Name != c.Name))
                .Select(c => c with { Comment = null, Identity = null, RenamedFrom = null, Backfill = null }));
        }

        inherited[table.Name] = result;
        return result;
    }

    /// <summary>Every column that the table has: those from above, as far as it does not say otherwise, and its own.</summary>
    public IReadOnlyList<Column> All(Table table) =>
    [
        .. Inherited(table).Select(c => table.FindColumn(c.Name) ?? c),
        .. table.Columns.Where(c => Inherited(table).All(i => i.Name != c.Name)),
    ];

    /// <summary>The table with those columns and conditions alone that it does not have from above in the same form.</summary>
    public Table Own(Table table) => !Parents(table).Any()
        ? table
        : table with
        {
            Columns = table.Columns.Where(c => !Inherited(table).Any(i => Same(i, c))).ToEquatableArray(),
            Checks = table.Checks.Where(c => !Above(tables.GetValueOrDefault, table).Any(p => p.Checks.Any(a => IsInherited(a, c)))).ToEquatableArray(),
        };

    /// <summary>The tables above this one, the nearest first.</summary>
    public static IReadOnlyList<Table> Above(DatabaseSchema schema, Table table) => Above(schema.Find<Table>, table);

    /// <summary>The same, with the tables as <paramref name="find"/> finds them.</summary>
    public static IReadOnlyList<Table> Above(Func<QualifiedName, Table?> find, Table table)
    {
        var above = new List<Table>();
        var waiting = new Queue<Table>([table]);
        while (waiting.TryDequeue(out var next))
        {
            foreach (var parent in Parents(next).Select(find).OfType<Table>().Where(p => p.Name != table.Name && above.TrueForAll(a => a.Name != p.Name)))
            {
                above.Add(parent);
                waiting.Enqueue(parent);
            }
        }

        return above;
    }

    private static bool IsInherited(CheckConstraint above, CheckConstraint own) =>
        !above.NoInherit && above.Name == own.Name && SqlExpression.Same(above.Expression, own.Expression);

    private static bool Same(Column above, Column own) =>
        SqlExpression.SameDefault(above.Default, own.Default, own.Type)
        && SqlExpression.Same(above.Generated?.Expression, own.Generated?.Expression)
        && above with { Default = null, Generated = null } == own with { Default = null, Generated = null, Identity = null, RenamedFrom = null, Backfill = null };
}
