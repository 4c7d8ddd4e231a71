using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Foreign tables.</summary>
internal static class ForeignTableCatalog
{
    public static readonly string Query = $"""
        SELECT c.oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class'), quote_ident(s.srvname), {CatalogSql.Options("f.ftoptions")},
               pg_get_expr(c.relpartbound, c.oid), {CatalogSql.Parents("c.oid")}
        FROM pg_foreign_table f JOIN pg_class c ON c.oid = f.ftrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_foreign_server s ON s.oid = f.ftserver
        WHERE {CatalogSql.UserSchema} AND {CatalogSql.NotOfExtension}
        """;

    public static ForeignTable Read(NpgsqlDataReader row) => new(
        row.GetFieldValue<uint>(0), new QualifiedName(row.GetString(1), row.GetString(2)), row.TextOrNull(3),
        row.GetString(4), row.TextOrNull(5), row.TextOrNull(6), row.Names(7));

    /// <summary>The foreign table with its columns and conditions.</summary>
    /// <param name="table">What its row tells.</param>
    /// <param name="columns">All its columns.</param>
    /// <param name="ofParents">The columns of its parents.</param>
    /// <param name="checks">The conditions that it declares itself, sorted.</param>
    public static SqlObject Complete(
        ForeignTable table, IReadOnlyList<TableColumn> columns, IReadOnlyList<TableColumn> ofParents, IReadOnlyList<CheckConstraint> checks)
    {
        var isPartition = table.Bound is not null;
        var declared = table.Parents.IsEmpty ? columns : [.. columns.Where(c => c.IsDeclared(ofParents.Where(p => p.Column.Name == c.Column.Name)))];
        string[] parts =
        [
            .. declared.Select(c => isPartition ? PartitionColumn(c.Column) : Column(c)).OfType<string>(),
            .. checks.Where(c => !c.NotValid).Select(Check),
        ];
        var list = parts.Length == 0 ? "" : $"\n    {string.Join(",\n    ", parts)}\n";
        var parents = string.Join(", ", table.Parents.Select(SqlIdentifier.Quote));
        var name = SqlIdentifier.Quote(table.Name);
        var definition = $"CREATE FOREIGN TABLE {name}"
            + (isPartition
                ? $" PARTITION OF {parents}{(list.Length == 0 ? "" : $" ({list})")} {table.Bound}"
                : $" ({list}){(parents.Length == 0 ? "" : $" INHERITS ({parents})")}")
            + $"\nSERVER {table.Server}{(table.Options is { } options ? $" OPTIONS ({options})" : "")}";
        return SqlObject.Of(SchemaKinds.ForeignTable, table.Name, definition) with
        {
            Comment = table.Comment,
            ColumnComments = columns.Where(c => c.Column.Comment is not null)
                .Select(c => new ColumnComment(c.Column.Name, c.Column.Comment!))
                .OrderBy(c => c.Column, StringComparer.Ordinal)
                .ToEquatableArray(),
            Additions =
            [
                .. declared.SelectMany(c => ColumnStatements(c, isPartition)).Select(s => $"ALTER FOREIGN TABLE {name} ALTER COLUMN {s}"),
                .. checks.Where(c => c.NotValid).Select(c => $"ALTER FOREIGN TABLE {name} ADD {Check(c)} NOT VALID"),
                .. checks.Where(c => c.Comment is not null)
                    .Select(c => $"COMMENT ON CONSTRAINT {SqlIdentifier.Quote(c.Name)} ON {name} IS {CatalogFields.Literal(c.Comment!)}"),
            ],
        };
    }

    private static string Column(TableColumn column) =>
        $"{SqlIdentifier.Quote(column.Column.Name)} {column.Column.Type}"
        + (column.Options is { } options ? $" OPTIONS ({options})" : "")
        + (column.Column.Collation is { } collation ? " COLLATE " + collation : "")
        + Qualities(column.Column);

    // A partition's columns are its parent's: only what differs can be said, and their options only afterwards.
    private static string? PartitionColumn(Column column) =>
        Qualities(column) is { Length: > 0 } qualities ? $"{SqlIdentifier.Quote(column.Name)} WITH OPTIONS{qualities}" : null;

    private static string Qualities(Column column) =>
        (column.Generated is { } generated ? $" GENERATED ALWAYS AS ({generated.Expression}) {(generated.Virtual ? "VIRTUAL" : "STORED")}"
            : column.Default is { } value ? $" DEFAULT {value}" : "")
        + (column.Nullable ? "" : " NOT NULL");

    private static IEnumerable<string> ColumnStatements(TableColumn column, bool isPartition)
    {
        var name = SqlIdentifier.Quote(column.Column.Name);
        if (isPartition && column.Options is { } options)
        {
            yield return $"{name} OPTIONS ({options})";
        }

        if (column.Column.Storage is { } storage)
        {
            yield return $"{name} SET STORAGE {storage.ToUpperInvariant()}";
        }
    }

    private static string Check(CheckConstraint check) =>
        $"CONSTRAINT {SqlIdentifier.Quote(check.Name)} CHECK ({check.Expression}){(check.NoInherit ? " NO INHERIT" : "")}{(check.NotEnforced ? " NOT ENFORCED" : "")}";
}
