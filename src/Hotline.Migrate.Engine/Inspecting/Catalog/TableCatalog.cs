using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Tables and partitioned tables.</summary>
internal static class TableCatalog
{
    public static readonly string Query = $"""
        SELECT c.oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class'), c.relpersistence = 'u',
               c.relrowsecurity, c.relforcerowsecurity, c.reloptions, pg_get_partkeydef(c.oid),
               pn.nspname, p.relname, pg_get_expr(c.relpartbound, c.oid)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_inherits i ON c.relispartition AND i.inhrelid = c.oid
        LEFT JOIN pg_class p ON p.oid = i.inhparent
        LEFT JOIN pg_namespace pn ON pn.oid = p.relnamespace
        WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND {CatalogSql.UserSchema} AND {CatalogSql.NotOfExtension}
        """;

    /// <summary>The oid and the table as far as the row tells it.</summary>
    public static (uint Oid, Table Table) Read(NpgsqlDataReader row) => (row.GetFieldValue<uint>(0), new Table
    {
        Name = new QualifiedName(row.GetString(1), row.GetString(2)),
        Comment = row.TextOrNull(3),
        Unlogged = row.GetBoolean(4),
        RowSecurity = (row.GetBoolean(5), row.GetBoolean(6)) switch
        {
            (false, _) => RowSecurity.Disabled,
            (true, false) => RowSecurity.Enabled,
            (true, true) => RowSecurity.Forced,
        },
        StorageParameters = row.Texts(7).OrderBy(p => p, StringComparer.Ordinal).ToEquatableArray(),
        Partitioning = row.TextOrNull(8) is { } key ? PartitionKey(key) : null,
        PartitionOf = row.TextOrNull(11) is { } bound
            ? new PartitionOf(new QualifiedName(row.GetString(9), row.GetString(10)), bound)
            : null,
    });

    /// <summary>Takes <c>RANGE (a, lower(b))</c> apart.</summary>
    private static Partitioning PartitionKey(string definition)
    {
        var open = definition.IndexOf('(', StringComparison.Ordinal);
        return new Partitioning(definition[..open].TrimEnd(), SqlList.Split(definition, open, out _).ToEquatableArray());
    }
}
