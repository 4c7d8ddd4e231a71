using Hotline.Migrate.Descriptors.Writing;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Tool.Tests.Infrastructure;
using Npgsql;

namespace Hotline.Migrate.Tool.Tests;

public sealed class BaselineTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("chinook")]
    [InlineData("northwind")]
    [InlineData("pagila")]
    public async Task A_baseline_makes_the_same_database_anew(string name)
    {
        await using var work = await WithAsync(Schema(name));
        var before = await DescribeAsync(work.Database);

        (await work.RunAsync("baseline", "what was there")).Exits(0);

        await using var fresh = await server.CreateDatabaseAsync(CancellationToken);
        (await work.RunAsync("upgrade", "--url", fresh.Url)).Exits(0);
        Assert.Equal(before, await DescribeAsync(fresh));
        (await work.RunAsync("drift")).Exits(0);
        (await work.RunAsync("drift", "--url", fresh.Url)).Exits(0);
        (await work.RunAsync("downgrade", "base", "--url", fresh.Url, "--confirm", fresh.Name)).Exits(0);
        Assert.Equal("", await DescribeAsync(fresh));
    }

    [Fact]
    public async Task A_baseline_keeps_the_line_ends_of_comments_defaults_and_conditions()
    {
        await using var work = await WithAsync("""
            CREATE TYPE mood AS ENUM (E'a\r\nb', E'a\nb');
            CREATE TABLE users (id int PRIMARY KEY, note text DEFAULT E'a\r\nb\\' CHECK (note <> E'\r'), mood mood DEFAULT E'a\r\nb', "c\r" int);
            ALTER TABLE users RENAME "c\r" TO U&"c\000D\005Cx";
            CREATE POLICY p ON users USING (note = E'a\r\nb');
            CREATE VIEW notes AS SELECT E'a\r\nb'::text AS note;
            COMMENT ON TABLE users IS E'first\r\nsecond';
            COMMENT ON VIEW notes IS E'first\r\nsecond';
            """);
        var before = await DescribeAsync(work.Database);

        (await work.RunAsync("baseline")).Exits(0);

        await using var fresh = await server.CreateDatabaseAsync(CancellationToken);
        (await work.RunAsync("upgrade", "--url", fresh.Url)).Exits(0);
        Assert.Equal(before, await DescribeAsync(fresh));
        (await work.RunAsync("drift")).Exits(0);
    }

    [Fact]
    public async Task A_baseline_runs_nothing_and_the_next_upgrade_has_nothing_to_do()
    {
        await using var work = await WithAsync("CREATE TABLE users (id int PRIMARY KEY); INSERT INTO users VALUES (1); CREATE INDEX ix ON users (id);");

        var result = (await work.RunAsync("baseline", "what was there")).Exits(0);

        Snapshot.Match(Stable(work, result.Output + result.Error));
        Assert.StartsWith("Nothing to do", (await work.RunAsync("upgrade")).Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal(1, await work.Database.ScalarAsync<int>("SELECT id FROM users", CancellationToken));
        Assert.True(File.Exists(Path.Combine(work.Directory.Path, "migrations/snapshot/table/public.users.json")));
        Assert.Equal("HM0540", (await work.RunAsync("baseline", "--json")).Exits(2).ErrorCode);
    }

    [Fact]
    public async Task A_baseline_that_fails_for_what_no_migration_makes_says_what_that_is()
    {
        await using var work = await WithAsync("""
            CREATE TABLE calls (id int PRIMARY KEY, price int);
            CREATE FUNCTION near(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT abs($1 - $2) < 10';
            CREATE OPERATOR <~> (FUNCTION = near, LEFTARG = int, RIGHTARG = int);
            CREATE OPERATOR <~~> (FUNCTION = near, LEFTARG = int, RIGHTARG = int);
            CREATE VIEW cheap AS SELECT id FROM calls WHERE price <~> 100;
            """);

        var result = await work.RunAsync("baseline");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("HM0545", result.Output + result.Error, StringComparison.Ordinal);
        Assert.Contains("no migration is made of: operator <~>(integer, integer).", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_takes_text_search_of_ones_own()
    {
        await using var work = await WithAsync("""
            CREATE SCHEMA words;
            CREATE TEXT SEARCH DICTIONARY words.stems (TEMPLATE = snowball, Language = 'german');
            CREATE TEXT SEARCH CONFIGURATION public.german (COPY = pg_catalog.german);
            ALTER TEXT SEARCH CONFIGURATION public.german ALTER MAPPING FOR word, asciiword WITH words.stems;
            CREATE TABLE calls (id int PRIMARY KEY, note text, found tsvector GENERATED ALWAYS AS (to_tsvector('public.german', note)) STORED);
            CREATE INDEX by_note ON calls USING gin (to_tsvector('public.german', note));
            """);

        (await work.RunAsync("baseline")).Exits(0);

        await using var fresh = await server.CreateDatabaseAsync(CancellationToken);
        (await work.RunAsync("upgrade", "--url", fresh.Url)).Exits(0);
        (await work.RunAsync("drift", "--url", fresh.Url)).Exits(0);
        (await work.RunAsync("downgrade", "base", "--url", fresh.Url, "--confirm", fresh.Name)).Exits(0);
        Assert.Equal("", await DescribeAsync(fresh));
    }

    [Fact]
    public async Task A_baseline_takes_routines_whose_bodies_do_not_hold_where_it_runs()
    {
        await using var work = await WithAsync("""
            CREATE SCHEMA app;
            SET search_path = app;
            CREATE TABLE app.users (id int PRIMARY KEY);
            CREATE FUNCTION app.first() RETURNS app.users LANGUAGE plpgsql AS $$ DECLARE u users%ROWTYPE; BEGIN SELECT * INTO u FROM users; RETURN u; END $$;
            CREATE TABLE app.gone (id int);
            CREATE FUNCTION app.old() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM app.gone';
            DROP TABLE app.gone;
            """);

        (await work.RunAsync("baseline")).Exits(0);

        await using var fresh = await server.CreateDatabaseAsync(CancellationToken);
        (await work.RunAsync("upgrade", "--url", fresh.Url)).Exits(0);
        (await work.RunAsync("drift", "--url", fresh.Url)).Exits(0);
    }

    [Fact]
    public async Task A_baseline_tells_tables_of_one_name_in_different_schemas_apart()
    {
        await using var work = await WithAsync("""
            CREATE SCHEMA a;
            CREATE SCHEMA b;
            CREATE TABLE a.kinds (id serial PRIMARY KEY, parent int REFERENCES a.kinds);
            CREATE TABLE b.kinds (id serial PRIMARY KEY, parent int REFERENCES b.kinds);
            CREATE TABLE b.names (id serial PRIMARY KEY, length int GENERATED ALWAYS AS (length('names')) STORED);
            CREATE TABLE length (id serial PRIMARY KEY, names int GENERATED ALWAYS AS (length('length')) STORED);
            CREATE TABLE names (id serial PRIMARY KEY, length int GENERATED ALWAYS AS (length('names')) STORED);
            """);

        (await work.RunAsync("baseline")).Exits(0);

        await using var fresh = await server.CreateDatabaseAsync(CancellationToken);
        (await work.RunAsync("upgrade", "--url", fresh.Url)).Exits(0);
        (await work.RunAsync("drift", "--url", fresh.Url)).Exits(0);
        (await work.RunAsync("downgrade", "base", "--url", fresh.Url, "--confirm", fresh.Name)).Exits(0);
    }

    [Fact]
    public async Task A_plan_of_a_baseline_writes_nothing()
    {
        await using var work = await WithAsync("CREATE TABLE users (id int PRIMARY KEY);");

        var plan = (await work.RunAsync("baseline", "--plan", "--json")).Exits(0).Json.GetProperty("data");

        Assert.Equal(1, plan.GetProperty("objects").GetProperty("table").GetInt32());
        Assert.True(plan.GetProperty("proven").GetBoolean());
        Assert.Empty(System.IO.Directory.GetFileSystemEntries(Path.Combine(work.Directory.Path, "migrations")));
        Assert.Equal("users", await work.TablesAsync());
    }

    [Theory]
    [InlineData("", "HM0542")]
    [InlineData("CREATE SCHEMA app; CREATE TABLE app.alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY);", "HM0542")]
    public async Task A_database_that_holds_nothing_of_the_projects_is_no_baseline(string sql, string code)
    {
        await using var work = await WithAsync(sql);

        Assert.Equal(code, (await work.RunAsync("baseline", "--json")).Exits(2).ErrorCode);
    }

    [Fact]
    public async Task A_database_with_a_history_is_refused()
    {
        await using var work = await WithAsync("");
        work.Table("r1");
        (await work.RunAsync("upgrade")).Exits(0);
        File.Delete(Path.Combine(work.Directory.Path, "migrations/r1.sql"));

        Assert.Equal("HM0541", (await work.RunAsync("baseline", "--json")).Exits(2).ErrorCode);
        Assert.Empty(System.IO.Directory.GetFiles(Path.Combine(work.Directory.Path, "migrations"), "*.sql"));
    }

    [Fact]
    public async Task What_the_configuration_leaves_to_others_is_not_in_the_baseline()
    {
        await using var work = await WithAsync("CREATE TABLE mine (id int); CREATE SCHEMA theirs; CREATE TABLE theirs.t (id int); CREATE TABLE spatial_ref_sys (id int);");
        work.Directory.Write("hotline-migrate.json", """{ "filters": { "ignore": { "schemas": ["theirs"], "tables": ["spatial_*"] } } }""");

        var data = (await work.RunAsync("baseline", "--json")).Exits(0).Json.GetProperty("data");

        Assert.Equal(1, data.GetProperty("objects").GetProperty("table").GetInt32());
        Assert.DoesNotContain("theirs", File.ReadAllText(Single(work)), StringComparison.Ordinal);
        (await work.RunAsync("drift")).Exits(0);
    }

    [Fact]
    public async Task When_the_record_fails_the_folder_is_as_it_was()
    {
        await using var work = await WithAsync("CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE hotline_migrations_log (x int);");

        var result = await work.RunAsync("baseline", "--json", "--no-verify");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Empty(System.IO.Directory.GetFiles(Path.Combine(work.Directory.Path, "migrations"), "*", SearchOption.AllDirectories));
    }

    private async Task<Workspace> WithAsync(string sql)
    {
        var work = await Workspace.CreateAsync(server);
        work.Directory.Write("hotline-migrate.json", "{}");
        System.IO.Directory.CreateDirectory(Path.Combine(work.Directory.Path, "migrations"));
        if (sql.Length > 0)
        {
            await work.Database.ExecuteAsync(sql, CancellationToken);
        }

        return work;
    }

    private static string Single(Workspace work) => System.IO.Directory.GetFiles(Path.Combine(work.Directory.Path, "migrations"), "*.sql").Single();

    private static string Stable(Workspace work, string text)
    {
        var parts = Path.GetFileName(Single(work)).Split('_');
        return work.Stable(text).Replace(parts[0], "<time>", StringComparison.Ordinal).Replace(parts[1], "<revision>", StringComparison.Ordinal);
    }

    private static string Schema(string name)
    {
        var path = Path.Combine(RepositoryRoot.Path, "..", "shared", "schemas", name + ".sql");
        Assert.SkipUnless(File.Exists(path), $"There is no {name}.sql beside the repository.");
        return File.ReadAllText(path);
    }

    // A connection of its own: a dump empties the search path of the one that it was loaded with.
    private static async Task<string> DescribeAsync(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(CancellationToken);
        var schema = await DatabaseInspector.InspectAsync(connection, CancellationToken);
        return string.Concat(schema.Objects
            .Where(o => !o.Name.Name.StartsWith("hotline_migrations", StringComparison.Ordinal))
            .Select(DescriptorWriter.Write));
    }
}
