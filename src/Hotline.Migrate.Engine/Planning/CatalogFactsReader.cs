using Hotline.Migrate.Impact;
using Hotline.Migrate.Impact.Catalog;
using Npgsql;

namespace Hotline.Migrate.Planning;

/// <summary>Reads what the catalog says of the relations that statements name.</summary>
internal static class CatalogFactsReader
{
    // A size is read under a lock: somebody who holds the table is not waited for, its pages as of the last VACUUM are told instead.
    private const string Relations =
        """
        WITH named AS (
            SELECT n.schema, n.name,
                   pg_catalog.to_regclass(pg_catalog.concat_ws('.', pg_catalog.quote_ident(n.schema), pg_catalog.quote_ident(n.name)))::pg_catalog.oid AS oid
            FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.text[]), pg_catalog.unnest($2::pg_catalog.text[])) AS n(schema, name)
        ), base AS (
            SELECT oid FROM named WHERE oid IS NOT NULL
            UNION SELECT i.indrelid FROM pg_catalog.pg_index i JOIN named n ON n.oid = i.indexrelid
            UNION SELECT a.attrelid
            FROM pg_catalog.pg_type t
            JOIN named n ON n.oid IS NULL AND n.name = t.typname
            JOIN pg_catalog.pg_attribute a ON a.atttypid = t.oid
            WHERE t.typtype = 'd'
        ), tree AS (
            SELECT oid FROM base
            UNION SELECT t.relid::pg_catalog.oid
            FROM base b JOIN pg_catalog.pg_class c ON c.oid = b.oid AND c.relkind = 'p', pg_catalog.pg_partition_tree(b.oid) t
        ), near AS (
            SELECT oid FROM tree
            UNION SELECT i.inhparent FROM pg_catalog.pg_inherits i JOIN tree ON tree.oid = i.inhrelid
            UNION SELECT p.partdefid
            FROM pg_catalog.pg_inherits i JOIN tree ON tree.oid = i.inhrelid
            JOIN pg_catalog.pg_partitioned_table p ON p.partrelid = i.inhparent AND p.partdefid <> 0
            UNION SELECT k.confrelid FROM pg_catalog.pg_constraint k JOIN tree ON tree.oid = k.conrelid WHERE k.contype = 'f'
            UNION SELECT k.conrelid FROM pg_catalog.pg_constraint k JOIN tree ON tree.oid = k.confrelid WHERE k.contype = 'f'
        ), sized AS (
            SELECT near.oid AS root, pg_catalog.sum(s.bytes)::pg_catalog.int8 AS bytes,
                   CASE WHEN pg_catalog.bool_or(s.rows < 0) THEN -1 ELSE pg_catalog.sum(s.rows)::pg_catalog.int8 END AS rows
            FROM near
            JOIN pg_catalog.pg_class r ON r.oid = near.oid
            CROSS JOIN LATERAL (
                SELECT t.relid::pg_catalog.oid AS oid FROM pg_catalog.pg_partition_tree(near.oid) t WHERE r.relkind = 'p' AND t.isleaf
                UNION ALL SELECT near.oid WHERE r.relkind <> 'p'
            ) leaf
            JOIN pg_catalog.pg_class c ON c.oid = leaf.oid
            CROSS JOIN LATERAL (
                SELECT EXISTS (
                    SELECT FROM pg_catalog.pg_locks l
                    WHERE l.relation = c.oid AND l.mode = 'AccessExclusiveLock' AND l.granted AND l.pid <> pg_catalog.pg_backend_pid()) AS held
            ) h
            CROSS JOIN LATERAL (
                SELECT CASE WHEN c.relkind IN ('v', 'f', 'S', 'p') THEN 0
                            WHEN h.held THEN c.relpages::pg_catalog.int8 * pg_catalog.current_setting('block_size')::pg_catalog.int8
                            ELSE coalesce(pg_catalog.pg_total_relation_size(c.oid), 0) END AS bytes,
                       CASE WHEN c.relkind NOT IN ('r', 'm', 'i') THEN 0
                            WHEN c.reltuples >= 0 THEN c.reltuples::pg_catalog.int8
                            WHEN NOT h.held AND pg_catalog.pg_relation_size(c.oid) = 0 THEN 0
                            ELSE -1 END AS rows
            ) s
            GROUP BY near.oid
        )
        SELECT c.oid, ns.nspname, c.relname, c.relkind::pg_catalog.text, coalesce(s.bytes, 0), coalesce(s.rows, 0),
               coalesce(
                   (SELECT i.indrelid FROM pg_catalog.pg_index i WHERE i.indexrelid = c.oid),
                   (SELECT i.inhparent FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid AND c.relispartition)) AS parent,
               EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid),
               EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid AND (i.indpred IS NOT NULL OR i.indexprs IS NOT NULL)),
               coalesce((SELECT p.partdefid FROM pg_catalog.pg_partitioned_table p WHERE p.partrelid = c.oid), 0::pg_catalog.oid),
               CASE WHEN c.relkind = 'p'
                    THEN ARRAY(SELECT t.relid::pg_catalog.oid FROM pg_catalog.pg_partition_tree(c.oid) t WHERE t.level > 0)
                    ELSE ARRAY[]::pg_catalog.oid[] END,
               ARRAY(SELECT DISTINCT k.conrelid FROM pg_catalog.pg_constraint k WHERE k.confrelid = c.oid AND k.contype = 'f'),
               ARRAY(SELECT coalesce(n.schema, '') FROM named n WHERE n.oid = c.oid ORDER BY n.schema, n.name),
               ARRAY(SELECT n.name FROM named n WHERE n.oid = c.oid ORDER BY n.schema, n.name)
        FROM near
        JOIN pg_catalog.pg_class c ON c.oid = near.oid
        JOIN pg_catalog.pg_namespace ns ON ns.oid = c.relnamespace
        LEFT JOIN sized s ON s.root = c.oid
        """;

    private const string Columns =
        """
        SELECT a.attrelid, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull
        FROM pg_catalog.pg_attribute a
        WHERE a.attrelid = ANY ($1) AND a.attnum > 0 AND NOT a.attisdropped
        """;

    private const string Constraints =
        """
        SELECT k.conrelid, k.conname, k.confrelid, coalesce(pg_catalog.pg_get_expr(k.conbin, k.conrelid), ''), k.convalidated,
               ARRAY(SELECT a.attname::pg_catalog.text FROM pg_catalog.pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey))
        FROM pg_catalog.pg_constraint k
        WHERE k.conrelid = ANY ($1) AND k.contype IN ('c', 'f')
        """;

    private const string Domains =
        """
        SELECT pg_catalog.format_type(t.oid, NULL), pg_catalog.format_type(t.typbasetype, t.typtypmod),
               t.typnotnull OR EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid)
        FROM pg_catalog.pg_type t
        WHERE t.typtype = 'd' AND t.typnamespace <> 'information_schema'::pg_catalog.regnamespace
        """;

    private const string Functions =
        "SELECT DISTINCT p.proname::pg_catalog.text FROM pg_catalog.pg_proc p WHERE p.provolatile = 'v' AND p.proname = ANY ($1)";

    /// <summary>Reads the facts of the relations that <paramref name="names"/> find, and of their neighbours.</summary>
    public static async Task<CatalogFacts> ReadAsync(
        NpgsqlConnection connection, IReadOnlyList<RelationName> names, IReadOnlyList<string> functions, CancellationToken cancellationToken)
    {
        var relations = await ReadRelationsAsync(connection, names, cancellationToken).ConfigureAwait(false);
        var byOid = relations.ToDictionary(r => r.Oid);
        uint[] oids = [.. byOid.Keys];
        var columns = new List<(uint Table, string Name, ColumnFacts Column)>();
        var constraints = new List<(uint Table, ConstraintFacts Constraint)>();
        var domains = new List<DomainFacts>();
        var volatiles = new HashSet<string>(StringComparer.Ordinal);
        var (schema, isUtc) = ("public", false);
        var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(Columns) { Parameters = { new() { Value = oids, NpgsqlDbType = OidArray } } },
                new(Constraints) { Parameters = { new() { Value = oids, NpgsqlDbType = OidArray } } },
                new(Domains),
                new(Functions) { Parameters = { new() { Value = functions.ToArray() } } },
                new("SELECT coalesce(pg_catalog.current_schema(), 'public'), pg_catalog.current_setting('TimeZone') IN ('UTC', 'Etc/UTC', 'GMT', 'Etc/GMT')"),
            },
        };
        await using (batch.ConfigureAwait(false))
        {
            var row = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                await EachAsync(row, () => columns.Add((row.GetFieldValue<uint>(0), row.GetString(1), new(row.GetString(2), row.GetBoolean(3)))), cancellationToken).ConfigureAwait(false);
                await EachAsync(row, () => constraints.Add((row.GetFieldValue<uint>(0), Constraint(row, byOid))), cancellationToken).ConfigureAwait(false);
                await EachAsync(row, () => domains.Add(new(row.GetString(0), row.GetString(1), row.GetBoolean(2))), cancellationToken).ConfigureAwait(false);
                await EachAsync(row, () => volatiles.Add(row.GetString(0)), cancellationToken).ConfigureAwait(false);
                await EachAsync(row, () => (schema, isUtc) = (row.GetString(0), row.GetBoolean(1)), cancellationToken).ConfigureAwait(false);
            }
        }

        var columnsOf = columns.ToLookup(c => c.Table);
        var constraintsOf = constraints.ToLookup(c => c.Table, c => c.Constraint);
        var facts = new Dictionary<RelationName, RelationFacts>();
        foreach (var relation in relations)
        {
            var whole = relation.Facts(byOid) with
            {
                Columns = columnsOf[relation.Oid].ToDictionary(c => c.Name, c => c.Column, StringComparer.Ordinal),
                Constraints = [.. constraintsOf[relation.Oid]],
            };
            foreach (var name in relation.Written.Append(relation.Name))
            {
                facts[name] = whole;
            }
        }

        return new CatalogFacts
        {
            Relations = facts,
            Domains = domains,
            VolatileFunctions = volatiles,
            DefaultSchema = schema,
            IsUtc = isUtc,
            Major = connection.PostgreSqlVersion.Major,
        };
    }

    private const NpgsqlTypes.NpgsqlDbType OidArray = NpgsqlTypes.NpgsqlDbType.Oid | NpgsqlTypes.NpgsqlDbType.Array;

    private static async Task<List<CatalogRelation>> ReadRelationsAsync(
        NpgsqlConnection connection, IReadOnlyList<RelationName> names, CancellationToken cancellationToken)
    {
        var relations = new List<CatalogRelation>();
        var command = new NpgsqlCommand(Relations, connection)
        {
            Parameters = { new() { Value = names.Select(n => n.Schema).ToArray() }, new() { Value = names.Select(n => n.Name).ToArray() } },
        };
        await using (command.ConfigureAwait(false))
        {
            var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    relations.Add(CatalogRelation.Read(row));
                }
            }
        }

        return relations;
    }

    private static async Task EachAsync(NpgsqlDataReader row, Action read, CancellationToken cancellationToken)
    {
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            read();
        }

        await row.NextResultAsync(cancellationToken).ConfigureAwait(false);
    }

    private static ConstraintFacts Constraint(NpgsqlDataReader row, Dictionary<uint, CatalogRelation> byOid) => new(
        row.GetString(1),
        byOid.GetValueOrDefault(row.GetFieldValue<uint>(2))?.Name,
        row.GetString(3) is { Length: > 0 } check ? check : null,
        row.GetBoolean(4))
    {
        Columns = row.GetFieldValue<string[]>(5),
    };
}
