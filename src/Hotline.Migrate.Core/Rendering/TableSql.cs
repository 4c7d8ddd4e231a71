using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary><c>CREATE TABLE</c> and what makes it complete.</summary>
internal static class TableSql
{
    public static IEnumerable<string> Create(Table table)
    {
        yield return Definition(table);
        if (table.PartitionOf is not null)
        {
            foreach (var actions in table.Columns.Select(Override).Where(a => a.Count > 0))
            {
                yield return AlterColumnSql.AlterTable(table.Name, actions);
            }
        }

        foreach (var constraint in Apart(table))
        {
            foreach (var sql in ConstraintSql.Add(table.Name, constraint))
            {
                yield return sql;
            }
        }

        foreach (var sql in table.Indexes.SelectMany(i => IndexSql.Create(table.Name, i, concurrently: false)))
        {
            yield return sql.Sql;
        }

        foreach (var sql in TableSettingsSql.OfNew(table))
        {
            yield return sql;
        }

        foreach (var sql in PolicySql.RowSecurity(table.Name, RowSecurity.Disabled, table.RowSecurity)
            .Concat(table.Policies.SelectMany(p => PolicySql.Create(table.Name, p)))
            .Concat(CommentSql.OfTable(table, Apart(table))))
        {
            yield return sql;
        }
    }

    /// <summary>Constraints that cannot stand in <c>CREATE TABLE</c>: there PostgreSQL takes <c>NOT VALID</c> for valid, and keys that are alike for one.</summary>
    private static IReadOnlyCollection<TableConstraint> Apart(Table table) =>
    [
        .. table.Constraints.Where(ConstraintSql.IsNotValid),
        .. table.Constraints.GroupBy(Key).Where(g => g.Key is not null).SelectMany(g => g.Skip(1)),
    ];

    private static (EquatableArray<string> Elements, EquatableArray<string> Include)? Key(TableConstraint constraint) => constraint switch
    {
        PrimaryKey key => (key.Columns, key.Include),
        UniqueConstraint unique => (unique.Columns, unique.Include),
        ExclusionConstraint exclusion => (exclusion.Elements, []),
        _ => null,
    };

    // The columns of a partition are its parent's; what it says of them itself comes after.
    private static IReadOnlyList<string> Override(Column column) =>
    [
        .. column is { Default: { } value, Generated: null } ? [$"{AlterColumnSql.Column(column)} SET DEFAULT {value}"] : Array.Empty<string>(),
        .. column.Nullable ? Array.Empty<string>() : [$"{AlterColumnSql.Column(column)} SET NOT NULL"],
    ];

    private static string Definition(Table table)
    {
        var unlogged = table.Unlogged ? "UNLOGGED " : "";
        var name = SqlIdentifier.Quote(table.Name);
        var items = table.Constraints.Except(Apart(table)).Select(ConstraintSql.Definition);
        items = table.Columns.Select(c => table.PartitionOf is null ? ColumnSql.Definition(c) : ColumnSql.OfPartition(c)).Concat(items);

        var body = string.Join(",", items.Select(i => "\n    " + i));
        var list = body.Length == 0 ? "()" : $"({body}\n)";
        var head = table.PartitionOf is { } of
            ? $"CREATE {unlogged}TABLE {name} PARTITION OF {SqlIdentifier.Quote(of.Parent)}{(body.Length == 0 ? "" : " " + list)} {of.Bound}"
            : $"CREATE {unlogged}TABLE {name} {list}";
        return head
            + (table.Inherits.IsEmpty ? "" : $" INHERITS ({string.Join(", ", table.Inherits.Select(SqlIdentifier.Quote))})")
            + (table.Partitioning is { } by ? $" PARTITION BY {by.Strategy} ({string.Join(", ", by.Keys)})" : "")
            + (table.StorageParameters.IsEmpty ? "" : $" WITH ({string.Join(", ", table.StorageParameters)})")
            + (table.Tablespace is { } tablespace ? $" TABLESPACE {SqlIdentifier.Quote(tablespace)}" : "");
    }
}
