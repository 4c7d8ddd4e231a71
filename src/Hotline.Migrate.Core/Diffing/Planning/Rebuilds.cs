using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Diffing.Types;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>What has to be taken away and put back because columns under it change, although it is the same before and after.</summary>
internal sealed class Rebuilds
{
    private readonly HashSet<(QualifiedName Table, string Column)> retyped = [];
    private readonly HashSet<(QualifiedName Table, string Column)> recreated = [];
    private SqlRebuilds? sqlObjects;

    private Rebuilds()
    {
    }

    /// <summary>The rebuilds among tables and those among SQL objects: each may bring others about.</summary>
    public static (Rebuilds Tables, SqlRebuilds SqlObjects) All(PlanContext context)
    {
        var rebuilds = Of(context);
        do
        {
            rebuilds.sqlObjects = SqlRebuilds.Of(context, rebuilds);
        }
        while (rebuilds.Widen(context, rebuilds.sqlObjects));
        return (rebuilds, rebuilds.sqlObjects);
    }

    private static Rebuilds Of(PlanContext context)
    {
        var rebuilds = new Rebuilds();
        foreach (var table in context.Tables)
        {
            foreach (var (old, @new) in table.Columns)
            {
                if (ColumnChange.NeedsNewColumn(old, @new))
                {
                    rebuilds.recreated.Add((table.Name, @new.Name));
                }
                else if (!TypeName.SameBase(old.Type, @new.Type) || old.Collation != @new.Collation)
                {
                    rebuilds.retyped.Add((table.Name, @new.Name));
                }
            }
        }

        rebuilds.retyped.UnionWith(context.Replacements.Columns(_ => true).Where(u => u.Old.Generated is null).Select(u => (u.Table.Name, u.Old.Name)));
        foreach (var table in context.Tables)
        {
            foreach (var (old, @new) in table.Columns)
            {
                if (old.Generated is { } generated && @new.Generated is not null && rebuilds.Touches(table.Old, generated.Expression, alsoRetyped: true, sameType: true, context))
                {
                    rebuilds.recreated.Add((table.Name, @new.Name));
                }
            }
        }

        return rebuilds;
    }

    /// <summary>Whether the column gets another type, or is dropped and added again.</summary>
    public bool Rewrites(QualifiedName table, string column) => retyped.Contains((table, column)) || recreated.Contains((table, column));

    /// <summary>Whether the column has to be dropped and added again.</summary>
    public bool Recreates(QualifiedName table, string column) => recreated.Contains((table, column));

    /// <summary>Whether an index that stays the same has to be dropped before and created after.</summary>
    public bool Affects(Table table, TableIndex index)
    {
        var texts = index.Elements.Select(e => e.Expression).Append(index.Where).OfType<string>().ToList();
        return index.Elements.Any(e => e.Column is { } column && (recreated.Contains((table.Name, column)) || (e.OperatorClass is not null && Retypes(table, column))))
            || index.Include.Any(c => recreated.Contains((table.Name, c)))
            || texts.Any(t => Mentions(table, t));
    }

    /// <summary>Whether a constraint other than a foreign key, the same before and after, has to be dropped and added.</summary>
    public bool Affects(Table table, TableConstraint constraint) => constraint switch
    {
        PrimaryKey key => key.Columns.Concat(key.Include).Any(c => recreated.Contains((table.Name, c))),
        UniqueConstraint unique => unique.Columns.Concat(unique.Include).Any(c => recreated.Contains((table.Name, c))),
        CheckConstraint check => Mentions(table, check.Expression),
        ExclusionConstraint exclusion => exclusion.Elements.Append(exclusion.Where ?? "").Any(e => Mentions(table, e)),
        _ => false,
    };

    /// <summary>Whether a foreign key, the same before and after, has to be dropped and added.</summary>
    public bool Affects(Table table, ForeignKey key, PlanContext context) =>
        key.Columns.Any(c => Breaks(context, table.Name, c))
        || key.ReferencedColumns.Any(c => Breaks(context, key.References, c));

    /// <summary>Whether a policy, the same before and after, has to be dropped and created: PostgreSQL guards the columns it names.</summary>
    public bool Affects(Table table, Policy policy, PlanContext context) => policy.Using is { } condition && AnyMention(table, condition, context)
        || policy.WithCheck is { } check && AnyMention(table, check, context);

    private bool Retypes(Table table, string column) => retyped.Contains((table.Name, column));

    private bool Mentions(Table table, string sql) => Breaks(table, sql) || SqlExpression.Names(sql)
        .Any(n => retyped.Contains((table.Name, n)) || recreated.Contains((table.Name, n)));

    private bool Breaks(Table table, string? sql) => sqlObjects?.Breaks(sql, table.Name.Schema) == true;

    // A generated column hangs on the functions that it calls.
    private bool Widen(PlanContext context, SqlRebuilds rebuilt)
    {
        var count = recreated.Count;
        recreated.UnionWith(
            from table in context.Tables
            from column in table.Columns
            where column.Old.Generated is { } generated && column.New.Generated is not null && rebuilt.Breaks(generated.Expression, table.Name.Schema)
            select (table.Name, column.New.Name));
        return recreated.Count > count;
    }

    // A condition may look into other tables, and at columns that its own has from above.
    private bool AnyMention(Table table, string sql, PlanContext context)
    {
        var names = SqlExpression.Names(sql);
        var tables = context.From.Tables.Where(t => t.Name == table.Name || names.Contains(t.Name.Name))
            .SelectMany(t => Inheritance.Above(context.From, t).Prepend(t))
            .Select(t => t.Name)
            .ToHashSet();
        return Breaks(table, sql) || retyped.Concat(recreated).Any(c => names.Contains(c.Column) && tables.Contains(c.Table));
    }

    private bool Touches(Table table, string sql, bool alsoRetyped, bool sameType, PlanContext context)
    {
        var names = SqlExpression.Names(sql);
        return names.Any(n => recreated.Contains((table.Name, n)) || (alsoRetyped && retyped.Contains((table.Name, n))))
            || (sameType && context.Tables.First(t => t.Name == table.Name).Columns.Any(c => names.Contains(c.New.Name) && c.Old.Type != c.New.Type));
    }

    // PostgreSQL compares integers of any size along a foreign key, so those need no rebuild.
    private bool Breaks(PlanContext context, QualifiedName table, string column)
    {
        if (recreated.Contains((table, column)))
        {
            return true;
        }

        if (!retyped.Contains((table, column)))
        {
            return false;
        }

        return context.Tables.FirstOrDefault(t => t.Name == table) is not { } pair
            || !(TypeName.Family(pair.Old.FindColumn(column)!.Type) == TypeFamily.Integer
                && TypeName.Family(pair.New.FindColumn(column)!.Type) == TypeFamily.Integer);
    }
}
