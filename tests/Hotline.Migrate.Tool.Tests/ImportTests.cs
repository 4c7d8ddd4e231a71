using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class ImportTests(PostgresServer server)
{
    private const string Golang = "CREATE TABLE schema_migrations (version bigint not null primary key, dirty boolean not null);";

    private const string Flyway = """
        CREATE TABLE flyway_schema_history (installed_rank INT PRIMARY KEY, version VARCHAR(50), description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL,
            script VARCHAR(1000) NOT NULL, checksum INTEGER, installed_by VARCHAR(100) NOT NULL, installed_on TIMESTAMP NOT NULL DEFAULT now(),
            execution_time INTEGER NOT NULL, success BOOLEAN NOT NULL);
        """;

    private const string Alembic = "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Applied_migrations_of_golang_migrate_are_recorded_and_pending_ones_run()
    {
        await using var work = await WithAsync(Golang + "INSERT INTO schema_migrations VALUES (2, false); CREATE TABLE users (id int, name text);");
        work.Directory.Write("old/000001_users.up.sql", "\uFEFFBEGIN;\r\nCREATE TABLE users (id int);\r\nCOMMIT;\r\n");
        work.Directory.Write("old/000001_users.down.sql", "DROP TABLE users;");
        work.Directory.Write("old/000002_name.up.sql", "ALTER TABLE users ADD name text");
        work.Directory.Write("old/000002_name.down.sql", "ALTER TABLE users DROP name");
        work.Directory.Write("old/000005_index.up.sql", "CREATE INDEX CONCURRENTLY ix ON users (name);");

        var result = (await work.RunAsync("adopt", "old")).Exits(0);

        Assert.StartsWith("golang-migrate  public.schema_migrations  at 2\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("applied  from 000002_name.up.sql", result.Output, StringComparison.Ordinal);
        Assert.Contains("pending  from 000005_index.up.sql", result.Output, StringComparison.Ordinal);
        (await work.RunAsync("drift")).Exits(0);
        (await work.RunAsync("upgrade")).Exits(0);
        Assert.Equal("ix", await work.Database.ScalarAsync<string>("SELECT indexname FROM pg_indexes WHERE tablename = 'users'", CancellationToken));
        await FreshAsync(work, "users");
        Assert.Contains("\"ix\"", File.ReadAllText(Path.Combine(work.Directory.Path, "migrations/snapshot/table/public.users.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_history_of_another_tool_everything_is_pending()
    {
        await using var work = await WithAsync("SELECT 1");
        work.Directory.Write("old/001_users.sql", "CREATE TABLE users (id int);");

        var result = (await work.RunAsync("adopt", "old")).Exits(0);

        Assert.Contains("pending  from 001_users.sql", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("The database has none of them yet.\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Flyway_ran_out_of_order_is_put_before_what_is_pending()
    {
        await using var work = await WithAsync(Flyway + """
            INSERT INTO flyway_schema_history VALUES (1, '1', 'a', 'SQL', 'V1__a.sql', 1, 'me', now(), 0, true), (2, '3', 'c', 'SQL', 'V3__c.sql', 1, 'me', now(), 0, true),
                (3, NULL, 'views', 'SQL', 'R__views.sql', 1, 'me', now(), 0, true);
            CREATE TABLE a (id int); CREATE TABLE c (id int); COMMENT ON TABLE c IS 'again';
            """);
        work.Directory.Write("old/V1__a.sql", "CREATE TABLE a (id int);");
        work.Directory.Write("old/V2__b.sql", "CREATE TABLE b (id int);");
        work.Directory.Write("old/V3__c.sql", "CREATE TABLE c (id int);");
        work.Directory.Write("old/U3__c.sql", "DROP TABLE c;");
        work.Directory.Write("old/R__views.sql", "COMMENT ON TABLE c IS 'again';");

        var result = (await work.RunAsync("adopt", "old", "--json")).Exits(0).Json;

        Assert.Equal(
            ["V1__a.sql True", "V3__c.sql True", "R__views.sql True", "V2__b.sql False"],
            result.GetProperty("data").GetProperty("migrations").EnumerateArray().Select(m => $"{m.GetProperty("source").GetString()} {m.GetProperty("applied").GetBoolean()}"));
        Assert.Equal(["HM0237", "HM0238"], result.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("code").GetString()).Order(StringComparer.Ordinal));
        Assert.True(result.GetProperty("data").GetProperty("proven").GetBoolean());
        (await work.RunAsync("drift")).Exits(0);
        await FreshAsync(work, "a b c");
    }

    [Fact]
    public async Task Python_of_Alembic_becomes_history_with_a_baseline_behind_it()
    {
        await using var work = await WithAsync(Alembic + "INSERT INTO alembic_version VALUES ('d4'); CREATE TABLE users (id int PRIMARY KEY, phone text);");
        Revision(work, "a1", "None", "op.create_table('users')");
        Revision(work, "b2", "'a1'", "op.add_column('users')", "branch_labels = ('phones',)");
        Revision(work, "c3", "'a1'", "op.create_index('i')");
        Revision(work, "d4", "('b2', 'c3')", "pass");

        var result = (await work.RunAsync("adopt", "alembic", "--json")).Exits(0).Json.GetProperty("data");

        Assert.Equal("baseline from Alembic at d4", result.GetProperty("migrations")[4].GetProperty("message").GetString());
        var history = (await work.RunAsync("history", "--json")).Exits(0).Output;
        Assert.All(["a1", "b2", "c3", "d4", "phones"], name => Assert.Contains($"\"{name}\"", history, StringComparison.Ordinal));
        (await work.RunAsync("drift")).Exits(0);
        Assert.StartsWith("Nothing to do", (await work.RunAsync("upgrade")).Exits(0).Output, StringComparison.Ordinal);
        await FreshAsync(work, "users");

        // Another environment of the same project: at the same place it is recorded, elsewhere it is refused.
        await using var second = await server.CreateDatabaseAsync(CancellationToken);
        await second.ExecuteAsync(Alembic + "INSERT INTO alembic_version VALUES ('b2'); CREATE TABLE users (id int PRIMARY KEY);", CancellationToken);
        Assert.Equal("HM0551", (await work.RunAsync("adopt", "alembic", "--url", second.Url, "--json")).Exits(2).ErrorCode);
        await second.ExecuteAsync("UPDATE alembic_version SET version_num = 'd4'; ALTER TABLE users ADD phone text", CancellationToken);
        Assert.True((await work.RunAsync("adopt", "alembic", "--url", second.Url, "--json")).Exits(0).Json.GetProperty("data").GetProperty("onlyStamped").GetBoolean());
        (await work.RunAsync("drift", "--url", second.Url)).Exits(0);
    }

    [Fact]
    public async Task Offline_sql_of_Alembic_makes_its_revisions_run()
    {
        await using var work = await WithAsync(Alembic + "INSERT INTO alembic_version VALUES ('a1'); CREATE TABLE users (id int);");
        Revision(work, "a1", "None", "op.create_table('users')");
        Revision(work, "b2", "'a1'", "op.add_column('users')");
        Assert.Equal("HM0551", (await work.RunAsync("adopt", "alembic", "--json")).Exits(2).ErrorCode);
        work.Directory.Write("sql/up.sql", """
            BEGIN;
            -- Running upgrade  -> a1, a1
            CREATE TABLE users (id int);
            INSERT INTO alembic_version (version_num) VALUES ('a1');
            -- Running upgrade a1 -> b2, b2
            ALTER TABLE users ADD COLUMN phone text;
            UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';
            COMMIT;
            """);

        var result = (await work.RunAsync("adopt", "alembic", "--sql", "sql", "--json")).Exits(0).Json.GetProperty("data");

        Assert.Equal(["a1 True", "b2 False"], result.GetProperty("migrations").EnumerateArray().Select(m => $"{m.GetProperty("revision").GetString()} {m.GetProperty("applied").GetBoolean()}"));
        (await work.RunAsync("upgrade", "b2")).Exits(0);
        Assert.Equal("phone", await work.Database.ScalarAsync<string>("SELECT attname FROM pg_attribute WHERE attrelid = 'users'::regclass AND attnum = 2", CancellationToken));
        await FreshAsync(work, "users");
    }

    [Fact]
    public async Task Sql_that_fails_on_an_empty_database_is_shown_where_it_stands_and_nothing_is_written()
    {
        await using var work = await WithAsync(Golang + "INSERT INTO schema_migrations VALUES (1, false);");
        work.Directory.Write("old/1_users.up.sql", "-- the first\r\nBEGIN;\r\nCREATE TABLE users (id int);\r\nCOMMIT;\r\n\r\nCREATE INDEX ix ON users (nme);\r\n");

        var error = (await work.RunAsync("adopt", "old", "--json")).Exits(1).Json.GetProperty("error");

        Assert.Equal(("HM0545", "42703"), (error.GetProperty("code").GetString(), error.GetProperty("sqlState").GetString()));
        var where = error.GetProperty("where");
        Assert.Equal(("old/1_users.up.sql", 6, 1), (where.GetProperty("path").GetString(), where.GetProperty("line").GetInt32(), where.GetProperty("column").GetInt32()));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(work.Directory.Path, "migrations")));
    }

    [Fact]
    public async Task Without_a_history_everything_is_pending_and_a_history_without_files_is_refused()
    {
        await using var work = await WithAsync("CREATE TABLE users (id int);");
        work.Directory.Write("old/001_users.sql", "CREATE TABLE users (id int);");

        var plan = (await work.RunAsync("adopt", "old", "--plan", "--json")).Exits(0).Json;
        Assert.Equal("HM0546", plan.GetProperty("warnings")[0].GetProperty("code").GetString());
        Assert.False(plan.GetProperty("data").GetProperty("migrations")[0].GetProperty("applied").GetBoolean());

        await work.Database.ExecuteAsync("""
            CREATE TABLE schemaversions (schemaversionsid serial PRIMARY KEY, scriptname varchar(255) NOT NULL, applied timestamp NOT NULL);
            INSERT INTO schemaversions (scriptname, applied) VALUES ('App.Scripts.001_users.sql', now()), ('App.Scripts.002_gone.sql', now())
            """, CancellationToken);
        Assert.Equal("HM0550", (await work.RunAsync("adopt", "old", "--json")).Exits(2).ErrorCode);
        work.Directory.Write("old/002_gone.sql", "SELECT 1;");
        Assert.Equal(2, (await work.RunAsync("adopt", "old", "--json")).Exits(0).Json.GetProperty("data").GetProperty("migrations").EnumerateArray().Count(m => m.GetProperty("applied").GetBoolean()));
    }

    private async Task<Workspace> WithAsync(string sql)
    {
        var work = await Workspace.CreateAsync(server);
        work.Directory.Write("hotline-migrate.json", "{}");
        Directory.CreateDirectory(Path.Combine(work.Directory.Path, "migrations"));
        await work.Database.ExecuteAsync(sql, CancellationToken);
        return work;
    }

    private async Task FreshAsync(Workspace work, string tables)
    {
        await using var fresh = await server.CreateDatabaseAsync(CancellationToken);
        (await work.RunAsync("upgrade", "--url", fresh.Url)).Exits(0);
        Assert.Equal(tables, await fresh.ScalarAsync<string>(
            "SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'hotline%'", CancellationToken));
    }

    private static void Revision(Workspace work, string id, string parents, string body, string more = "") => work.Directory.Write($"alembic/versions/{id}_x.py", $"""
        {"\"\"\""}Message of {id}{"\"\"\""}
        revision = '{id}'
        down_revision = {parents}
        {more}

        def upgrade():
            {body}

        """);
}
