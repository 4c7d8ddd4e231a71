using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Tables and partitioned tables.</summary>
internal static class TableCatalog
{
    public static readonly string Query = $"""
        SELECT c.oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class'), c.relpersistence = 'u',
               c.relrowsecurity, c.relforcerowsecurity, {CatalogSql.StorageParameters}, pg_get_partkeydef(c.oid),
               pg_get_expr(c.relpartbound, c.oid), {CatalogSql.Parents("c.oid")},
               c.relreplident::text, rc.relname, cc.relname, s.spcname
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_index r ON c.relreplident = 'i' AND r.indrelid = c.oid AND r.indisreplident LEFT JOIN pg_class rc ON rc.oid = r.indexrelid
        LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisclustered LEFT JOIN pg_class cc ON cc.oid = i.indexrelid
        LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
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
        PartitionOf = row.TextOrNull(9) is { } bound ? new PartitionOf(row.Names(10)[0], bound) : null,
        Inherits = row.IsDBNull(9) ? row.Names(10) : [],
        ReplicaIdentity = row.GetString(12) switch
        {
            "f" => "full",
            "n" => "nothing",
            "i" when row.TextOrNull(13) is { } index => "index " + index,
            // The index is gone, which replication takes for none.
            "i" => "nothing",
            _ => null,
        },
        ClusteredOn = row.TextOrNull(14),
        Tablespace = row.TextOrNull(15),
    });

    /// <summary>Takes <c>RANGE (a, lower(b))</c> apart.</summary>
    private static Partitioning PartitionKey(string definition)
    {
        var open = definition.IndexOf('(', StringComparison.Ordinal);
        return new Partitioning(definition[..open].TrimEnd(), SqlList.Split(definition, open, out _).ToEquatableArray());
    }
}
