using Hotline.Migrate.Adopting;
using Hotline.Migrate.Configuration;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Importing;

namespace Hotline.Migrate.Engine.Tests.Adopting;

public sealed class ExistingDatabaseTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_history_of_every_tool_is_found_and_read()
    {
        var found = new List<string>();
        foreach (var (tables, rows) in ((string, string)[])
            [
                (OtherToolTables.Alembic, "INSERT INTO alembic_version VALUES ('ae1027a6acf'), ('27c6a30d7c24')"),
                (OtherToolTables.EntityFramework, """INSERT INTO "__EFMigrationsHistory" VALUES ('20240102_b', '9.0.0'), ('20240101_a', '9.0.0')"""),
                (OtherToolTables.Flyway, """
                    INSERT INTO flyway_schema_history VALUES
                        (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"app"', NULL, 'me', '2024-01-01 00:00', 0, true),
                        (1, '1', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, 'me', '2024-01-01 00:00', 0, true),
                        (2, '1.1', 'users', 'SQL', 'V1_1__users.sql', 1, 'me', '2024-01-02 00:00', 0, true),
                        (3, '2', 'gone', 'SQL', 'V2__gone.sql', 1, 'me', '2024-01-03 00:00', 0, true),
                        (4, '2', 'gone', 'UNDO_SQL', 'U2__gone.sql', 1, 'me', '2024-01-04 00:00', 0, true),
                        (5, NULL, 'views', 'SQL', 'R__views.sql', 1, 'me', '2024-01-05 00:00', 0, true)
                    """),
                (OtherToolTables.DbUp, "INSERT INTO schemaversions (scriptname, applied) VALUES ('App.Scripts.0001.sql', '2024-01-01'), ('App.Scripts.0002.sql', '2024-01-02')"),
                (OtherToolTables.Evolve, """
                    INSERT INTO changelog (type, version, description, name, installed_by, installed_on, success) VALUES
                        (2, '0', 'Empty schema found: public.', 'public', 'me', '2024-01-01', true),
                        (0, '1.2', 'users', 'V1_2__users.sql', 'me', '2024-01-02', true), (4, NULL, 'views', 'R__views.sql', 'me', '2024-01-03', true)
                    """),
                (OtherToolTables.FluentMigrator, """INSERT INTO "VersionInfo" VALUES (20240101, '2024-01-01', 'Users'), (20240102, '2024-01-02', 'Calls')"""),
                (OtherToolTables.Grate, """
                    INSERT INTO grate."Version" (version, status) VALUES ('1.0', 'Error'), ('1.1', 'Finished');
                    INSERT INTO grate."ScriptsRun" (version_id, script_name, one_time_script, entry_date) VALUES
                        (1, '0001_users.sql', true, '2024-01-01'), (2, 'views.sql', false, '2024-01-02'), (2, '0002_calls.sql', true, '2024-01-03')
                    """),
                (OtherToolTables.GolangMigrate, "INSERT INTO schema_migrations VALUES (3, false)"),
                (OtherToolTables.Prisma, """
                    INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, rolled_back_at, started_at) VALUES
                        ('1', 'x', '20240101_init', '2024-01-01Z', NULL, '2024-01-01Z'), ('2', 'x', '20240102_calls', NULL, '2024-01-02Z', '2024-01-02Z'),
                        ('3', 'x', '20240102_calls', '2024-01-03Z', NULL, '2024-01-03Z')
                    """),
                (OtherToolTables.Rails, "INSERT INTO schema_migrations VALUES ('20240102'), ('20240101')"),
                (OtherToolTables.Dbmate, "INSERT INTO schema_migrations VALUES ('20240101'), ('20240102')"),
                (OtherToolTables.Goose, "INSERT INTO goose_db_version (version_id, is_applied, tstamp) VALUES (0, true, '2024-01-01'), (1, true, '2024-01-01'), (2, true, '2024-01-02'), (2, false, '2024-01-03')"),
            ])
        {
            var existing = await ReadAsync($"{tables}\nSET timezone = 'UTC';\n{rows}");
            Assert.Empty(existing.Schema.Objects);
            var history = Assert.Single(existing.OtherHistories);
            found.Add(FormattableString.Invariant(
                $"{OtherToolNames.NameOf(history.Tool)} {history.Table.Schema}.{history.Table.Name} at {string.Join(", ", history.Position)}, {(object?)history.AppliedCount ?? "?"} applied, last {history.LastAppliedAt:yyyy-MM-dd}, {history.Failed.Count} failed"));
        }

        Snapshot.Match(string.Join('\n', found) + "\n");
    }

    [Theory]
    [InlineData(OtherToolTables.Flyway, "INSERT INTO flyway_schema_history VALUES (1, '1', 'x', 'SQL', 'V1__x.sql', 1, 'me', now(), 0, false)", "1")]
    [InlineData(OtherToolTables.Evolve, "INSERT INTO changelog (type, version, description, name, installed_by, success) VALUES (0, '7', 'x', 'V7__x.sql', 'me', false)", "7")]
    [InlineData(OtherToolTables.GolangMigrate, "INSERT INTO schema_migrations VALUES (4, true)", "4")]
    [InlineData(OtherToolTables.Prisma, "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', 'x', '2024_init')", "2024_init")]
    [InlineData(OtherToolTables.Grate, """INSERT INTO grate."Version" (version, status) VALUES ('1.0', 'Finished'), ('1.1', 'InProgress')""", "1.1")]
    public async Task What_failed_or_stopped_half_way_is_found(string tables, string rows, string expected)
    {
        var existing = await ReadAsync(tables + rows);

        Assert.Equal([expected], existing.OtherHistories.Single().Failed.Select(e => e.Label));
    }

    [Fact]
    public async Task Tables_are_found_in_any_schema_under_any_name_and_look_alikes_are_not()
    {
        var existing = await ReadAsync($"""
            CREATE SCHEMA ops;
            SET search_path = ops;
            {OtherToolTables.Flyway.Replace("flyway_schema_history", "changes", StringComparison.Ordinal)}
            CREATE TABLE ef_history (migration_id varchar(150) NOT NULL PRIMARY KEY, product_version varchar(32) NOT NULL);
            RESET search_path;
            CREATE TABLE versions (version text, note text);
            CREATE TABLE changelog (id serial PRIMARY KEY, version text, description text);
            """);

        Assert.Equal(["ops.changes", "ops.ef_history"], existing.OtherHistories.Select(h => h.Table.ToString()));
        Assert.Equal(["changelog", "versions"], existing.Schema.Tables.Select(t => t.Name.Name));
        Assert.DoesNotContain(existing.Schema.Objects, o => o.Name.Name == "ops");
    }

    [Fact]
    public async Task A_history_that_the_role_may_not_read_is_said()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync(OtherToolTables.Alembic + "DROP ROLE IF EXISTS reader_of_nothing; CREATE ROLE reader_of_nothing LOGIN PASSWORD 'x';", CancellationToken);
        var builder = new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = "reader_of_nothing", Password = "x" };
        await using var source = Npgsql.NpgsqlDataSource.Create(builder.ConnectionString);

        var refusal = await Assert.ThrowsAsync<DiagnosticException>(
            () => ExistingDatabase.ReadAsync(source, new ObjectFilters(), HistoryTableName.Default, CancellationToken));

        Assert.Equal((DiagnosticCodes.OtherHistoryNotReadable, "42501"), (refusal.Diagnostics[0].Code, refusal.Diagnostics[0].SqlState));
    }

    private async Task<ExistingDatabase> ReadAsync(string sql)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync(sql, CancellationToken);
        return await ExistingDatabase.ReadAsync(database.DataSource, new ObjectFilters(), HistoryTableName.Default, CancellationToken);
    }
}
