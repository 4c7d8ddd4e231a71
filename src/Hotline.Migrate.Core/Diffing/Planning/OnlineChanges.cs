using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Which changes of a table that stays can look at its rows at the end, and which need not look at them at all.</summary>
internal static class OnlineChanges
{
    /// <summary>Whether a constraint can be added first and hold for the rows that are there later.</summary>
    public static bool CanComeFirst(PlanContext context, TablePair table, TableConstraint constraint) => constraint switch
    {
        CheckConstraint => IsSettled(context, table),

        // PostgreSQL before 18 takes no foreign key of a partitioned table that is not valid.
        ForeignKey key => table.New.Partitioning is null && context.To.Find<Table>(key.References)?.Partitioning is null && IsSettled(context, table),
        PrimaryKey or UniqueConstraint => table.New.Partitioning is null,
        _ => false,
    };

    /// <summary>How a column that becomes NOT NULL gets there without a look at the rows under a strong lock; <c>null</c> where it does so anyway or cannot.</summary>
    public static NotNullProof? Proof(PlanContext context, TablePair table, Column old, Column column)
    {
        var isBare = old.Nullable && !column.Nullable && IsSameKind(old, column) && column.Identity == old.Identity;
        var isNeededBefore = table.New.PrimaryKey?.Columns.Contains(column.Name) == true || ReplicaIdentityIndex.Of(table.New.ReplicaIdentity) is not null;
        if (!isBare || isNeededBefore || !IsSettled(context, table) || Proves(table.Old.Checks, column.Name).Any())
        {
            return null;
        }

        return new NotNullProof(Proves(table.New.Checks, column.Name).FirstOrDefault()?.Name);
    }

    /// <summary>The columns that a condition shows to be without NULL when they become NOT NULL: it must not go before.</summary>
    public static IEnumerable<string> ProvedBy(TablePair table, CheckConstraint check) =>
        from column in table.Columns
        where column.Old.Nullable && !column.New.Nullable && IsSameKind(column.Old, column.New) && Proves([check], column.New.Name).Any()
        select column.New.Name;

    /// <summary>Unique indexes that go, by the constraints that come and take them over.</summary>
    public static IReadOnlyDictionary<string, TableIndex> TakenOver(TablePair table, Rebuilds rebuilds)
    {
        var taken = new Dictionary<string, TableIndex>(StringComparer.Ordinal);
        if (table.Old.Partitioning is not null)
        {
            return taken;
        }

        foreach (var constraint in table.New.Constraints.Where(c => !table.Old.Constraints.Any(o => ConstraintShape.Same(o with { Name = c.Name }, c))).OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            var index = table.Old.Indexes.FirstOrDefault(i =>
                Fits(i, constraint)
                && table.New.Indexes.All(n => n.Name != i.Name && !IndexShape.Same(n, i))
                && !i.Elements.Any(e => rebuilds.Rewrites(table.Name, e.Column!))
                && !i.Include.Any(c => rebuilds.Rewrites(table.Name, c))
                && !taken.ContainsValue(i));
            if (index is not null)
            {
                taken.Add(constraint.Name, index);
            }
        }

        return taken;
    }

    private static bool Fits(TableIndex index, TableConstraint constraint)
    {
        var (columns, include, nullsNotDistinct) = constraint switch
        {
            PrimaryKey { WithoutOverlaps: false } key => (key.Columns, key.Include, false),
            UniqueConstraint { WithoutOverlaps: false } unique => (unique.Columns, unique.Include, unique.NullsNotDistinct),
            _ => ([], [], false),
        };
        var own = new TableIndex
        {
            Name = index.Name,
            Unique = true,
            Elements = [.. columns.Select(c => new IndexElement { Column = c })],
            Include = include,
            NullsNotDistinct = nullsNotDistinct,
        };
        return columns.Count > 0 && own == index;
    }

    // A table that joins or leaves another has to be as that one wants it at that moment.
    private static bool IsSettled(PlanContext context, TablePair table) =>
        table.Old.PartitionOf == table.New.PartitionOf
        && table.Old.Inherits == table.New.Inherits
        && context.NewInheritance.Children(table.Name).All(child =>
            context.Tables.FirstOrDefault(t => t.Name == child.Name) is { } pair && IsSettled(context, pair));

    private static bool IsSameKind(Column old, Column column) =>
        old.Type == column.Type && old.Collation == column.Collation && old.Generated == column.Generated;

    private static IEnumerable<CheckConstraint> Proves(IEnumerable<CheckConstraint> checks, string column) =>
        checks.Where(c => !c.NotValid && !c.NotEnforced && !c.NoInherit && SqlExpression.Same(c.Expression, $"{SqlIdentifier.Quote(column)} IS NOT NULL"));
}
