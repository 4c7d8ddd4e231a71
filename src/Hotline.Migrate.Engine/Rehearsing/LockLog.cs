using Hotline.Migrate.Impact;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Rehearsing;

/// <summary>Writes down in the copy which locks each transaction holds when it is about to commit.</summary>
internal static class LockLog
{
    private const string Create =
        """
        CREATE SCHEMA hotline_rehearsal;
        CREATE TABLE hotline_rehearsal.relations AS
            SELECT c.oid, n.nspname, c.relname, c.relfilenode
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm', 'v', 'i', 'I', 'S', 'f')
                AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'hotline_rehearsal') AND n.nspname NOT LIKE 'pg\_%';
        CREATE TABLE hotline_rehearsal.locks (
            revision text, nspname name, relname name, mode text, rewritten bool, number int GENERATED ALWAYS AS IDENTITY);
        """;

    private const string Note =
        """
        WITH held AS (
            INSERT INTO hotline_rehearsal.locks (revision, nspname, relname, mode, rewritten)
            SELECT $1, r.nspname, r.relname, l.mode,
                   coalesce(c.relkind IN ('r', 'm') AND c.relfilenode <> r.relfilenode, false)
            FROM pg_catalog.pg_locks l
            JOIN hotline_rehearsal.relations r ON r.oid = l.relation
            LEFT JOIN pg_catalog.pg_class c ON c.oid = l.relation
            WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.granted
            ORDER BY r.nspname, r.relname
        )
        UPDATE hotline_rehearsal.relations r SET relfilenode = c.relfilenode
        FROM pg_catalog.pg_class c WHERE c.oid = r.oid AND c.relfilenode <> r.relfilenode
        """;

    /// <summary>Makes the tables that it writes to.</summary>
    public static async Task StartAsync(NpgsqlDataSource copy, CancellationToken cancellationToken)
    {
        var command = copy.CreateCommand(Create);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The statement that writes the locks of <paramref name="change"/> down.</summary>
    public static NpgsqlBatchCommand Of(PlannedChange change) => new(Note) { Parameters = { new() { Value = change.Revision } } };

    /// <summary>The locks by revision: of each relation the strongest.</summary>
    public static async Task<ILookup<string, RehearsedLock>> ReadAsync(NpgsqlDataSource copy, CancellationToken cancellationToken)
    {
        var locks = new List<(string Revision, RehearsedLock Lock)>();
        var command = copy.CreateCommand("SELECT revision, nspname, relname, mode, rewritten FROM hotline_rehearsal.locks ORDER BY number");
        await using (command.ConfigureAwait(false))
        {
            var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    var name = new RelationName(row.GetString(1), row.GetString(2));
                    locks.Add((row.GetString(0), new RehearsedLock(name, LockModeText.Parse(row.GetString(3)), row.GetBoolean(4))));
                }
            }
        }

        return locks
            .GroupBy(l => (l.Revision, l.Lock.Relation))
            .Select(g => (g.Key.Revision, Lock: new RehearsedLock(g.Key.Relation, g.Max(l => l.Lock.Lock), g.Any(l => l.Lock.IsRewritten))))
            .ToLookup(l => l.Revision, l => l.Lock);
    }
}
