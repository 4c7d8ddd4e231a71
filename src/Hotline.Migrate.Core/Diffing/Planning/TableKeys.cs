using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>The keys that stand for tables and what belongs to them.</summary>
internal static class TableKeys
{
    /// <summary>Everything that comes and goes with a table.</summary>
    public static IEnumerable<SchemaKey> Owned(Table table) =>
    [
        SchemaKey.Relation(table.Name),
        .. table.Columns.Select(c => SchemaKey.Column(table.Name, c.Name)),
        .. table.Constraints.SelectMany(c => Owned(table.Name, c)),
        .. table.Indexes.SelectMany(i => Owned(table.Name, i)),
    ];

    /// <summary>What a constraint brings besides itself: an index, and a set of columns that a foreign key may refer to.</summary>
    public static IEnumerable<SchemaKey> Owned(QualifiedName table, TableConstraint constraint) => constraint switch
    {
        PrimaryKey key => [SchemaKey.Constraint(table, key.Name), SchemaKey.Relation(table with { Name = key.Name }), SchemaKey.Unique(table, key.Columns)],
        UniqueConstraint unique =>
            [SchemaKey.Constraint(table, unique.Name), SchemaKey.Relation(table with { Name = unique.Name }), SchemaKey.Unique(table, unique.Columns)],
        ExclusionConstraint => [SchemaKey.Constraint(table, constraint.Name), SchemaKey.Relation(table with { Name = constraint.Name })],
        _ => [SchemaKey.Constraint(table, constraint.Name)],
    };

    public static IEnumerable<SchemaKey> Owned(QualifiedName table, TableIndex index) => IsReferable(index)
        ? [SchemaKey.Relation(table with { Name = index.Name }), SchemaKey.Unique(table, index.Elements.Select(e => e.Column!))]
        : [SchemaKey.Relation(table with { Name = index.Name })];

    /// <summary>What a constraint refers to: columns, and for a foreign key the other table's key.</summary>
    public static IEnumerable<SchemaKey> Used(Table table, TableConstraint constraint)
    {
        var columns = constraint switch
        {
            PrimaryKey key => key.Columns.Concat(key.Include),
            UniqueConstraint unique => unique.Columns.Concat(unique.Include),
            ForeignKey key => key.Columns,
            CheckConstraint check => Named(table, check.Expression),
            ExclusionConstraint exclusion => exclusion.Elements.Append(exclusion.Where ?? "").SelectMany(e => Named(table, e)),
            _ => [],
        };
        var own = columns.Select(c => SchemaKey.Column(table.Name, c));
        return constraint is ForeignKey reference ? own.Concat(Referenced(reference)) : own;
    }

    public static IEnumerable<SchemaKey> Referenced(ForeignKey key) =>
    [
        SchemaKey.Relation(key.References),
        SchemaKey.Unique(key.References, key.ReferencedColumns),
        .. key.ReferencedColumns.Select(c => SchemaKey.Column(key.References, c)),
    ];

    public static IEnumerable<SchemaKey> Used(Table table, TableIndex index) => index.Elements
        .SelectMany(e => e.Column is { } column ? [column] : Named(table, e.Expression))
        .Concat(index.Include)
        .Concat(Named(table, index.Where))
        .Select(c => SchemaKey.Column(table.Name, c));

    /// <summary>The columns of <paramref name="table"/> that an expression names, in their order.</summary>
    public static IEnumerable<string> Named(Table table, string? sql)
    {
        var names = SqlExpression.Names(sql);
        return table.Columns.Select(c => c.Name).Where(names.Contains);
    }

    private static bool IsReferable(TableIndex index) =>
        index.Unique && index.Where is null && index.Elements.All(e => e.Column is not null);
}
