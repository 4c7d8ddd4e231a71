using Hotline.Migrate.Diffing;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Rendering;

public sealed class LargeTransactionTests(PostgresServer server)
{
    // Of the 6400 that a server with default settings has for all its sessions.
    private const long RoomForLocks = 3200;

    private const string Tables =
        """
        DO $$
        BEGIN
            FOR i IN 1..300 LOOP
                EXECUTE format('CREATE TABLE t%s (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE, state text DEFAULT ''new'', '
                    'parent bigint REFERENCES t%s, root bigint REFERENCES t1, CHECK (name <> state))', i, greatest(i - 1, 1));
                EXECUTE format('CREATE INDEX ON t%s (parent); CREATE VIEW v%s AS SELECT * FROM t%s', i, i, i);
            END LOOP;
        END $$;
        """;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Large_schema_comes_and_goes_in_transactions_that_a_server_has_locks_for()
    {
        await using var model = await server.CreateDatabaseAsync(CancellationToken);
        await using var target = await server.CreateDatabaseAsync(CancellationToken);
        await model.ExecuteAsync(Tables, CancellationToken);
        await using var wanted = await model.DataSource.OpenConnectionAsync(CancellationToken);
        await using var connection = await target.DataSource.OpenConnectionAsync(CancellationToken);
        var body = MigrationBody.Compose(SchemaDiffer.Diff(
            DatabaseSchema.Empty, await DatabaseInspector.InspectAsync(wanted, CancellationToken)), RenderOptions.Online);

        var up = await LocksOfStepsAsync(connection, body.Upgrade);
        Assert.Equal(await CatalogFingerprint.OfAsync(wanted, CancellationToken), await CatalogFingerprint.OfAsync(connection, CancellationToken));
        var down = await LocksOfStepsAsync(connection, body.Downgrade);

        Assert.All([.. up, .. down], locks => Assert.InRange(locks, 1, RoomForLocks));
        Assert.Equal((2, 4), (up.Count, down.Count));
        Assert.Equal(0L, await target.ScalarAsync<long>("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace", CancellationToken));
    }

    private static async Task<List<long>> LocksOfStepsAsync(NpgsqlConnection connection, string section)
    {
        var locks = new List<long>();
        foreach (var step in section.Split("-- hm:step ").Select((text, i) => i == 0 ? text : "-- " + text))
        {
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken);
            await using var run = new NpgsqlCommand(step, connection, transaction) { CommandTimeout = 0 };
            await run.ExecuteNonQueryAsync(CancellationToken);
            await using var count = new NpgsqlCommand(
                "SELECT count(DISTINCT (locktype, relation, classid, objid)) FROM pg_locks WHERE pid = pg_backend_pid()", connection, transaction);
            locks.Add((long)(await count.ExecuteScalarAsync(CancellationToken))!);
            await transaction.CommitAsync(CancellationToken);
        }

        return locks;
    }
}
