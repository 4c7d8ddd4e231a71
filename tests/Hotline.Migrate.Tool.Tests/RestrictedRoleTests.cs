using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

/// <summary>Roles that lack a right or have settings of their own: a clear answer, and nothing half done.</summary>
public sealed class RestrictedRoleTests(PostgresServer server)
{
    private const string Create = "GRANT CREATE ON SCHEMA public TO {role}";
    private const string CreateDatabases = "ALTER ROLE {role} CREATEDB";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("verify")]
    [InlineData("drift")]
    [InlineData("drift revert")]
    [InlineData("upgrade --rehearse")]
    [InlineData("check --database")]
    public async Task Without_createdb_another_server_is_asked_for(string command)
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Table("r1");
        await using var role = await RestrictedRole.CreateAsync(work, Create);

        var refused = (await work.RunAsync([.. command.Split(' '), "--json"])).Exits(2);

        Assert.Equal("HM0501", refused.ErrorCode);
        Assert.Contains("--scratch-url", refused.Output, StringComparison.Ordinal);
        Assert.Contains($"ALTER ROLE {role.Name} CREATEDB", refused.Output, StringComparison.Ordinal);
        Assert.Equal("", await work.TablesAsync());
    }

    [Fact]
    public async Task Without_createdb_the_proof_is_made_on_the_scratch_server()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Table("r1");
        await using var role = await RestrictedRole.CreateAsync(work, Create);
        (await work.RunAsync("upgrade")).Exits(0);

        foreach (var command in new[] { "verify", "drift" })
        {
            (await work.RunAsync(command, "--scratch-url", work.Database.Url)).Exits(0);
        }
    }

    [Theory]
    [InlineData("HM0361", "GRANT CONNECT ON DATABASE", "REVOKE CONNECT ON DATABASE {database} FROM PUBLIC")]
    [InlineData("HM0421", "GRANT USAGE, CREATE ON SCHEMA", "SELECT 1")]
    [InlineData("HM0427", "ALTER ROLE hm_plain_", Create, "ALTER ROLE {role} SET default_transaction_read_only = on")]
    [InlineData("HM0427", "ALTER DATABASE test_", Create, "ALTER DATABASE {database} SET default_transaction_read_only = on")]
    [InlineData("HM0427", " IN DATABASE test_", Create, "ALTER ROLE {role} IN DATABASE {database} SET default_transaction_read_only = on")]
    public async Task Upgrade_without_a_right_is_refused_and_changes_nothing(string code, string next, params string[] allowed)
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1", "r2");
        await using var role = await RestrictedRole.CreateAsync(work, allowed);

        foreach (var command in new[] { "upgrade", "init", "stamp head" })
        {
            var refused = (await work.RunAsync([.. command.Split(' '), "--json"])).Exits(2);

            Assert.Equal(code, refused.ErrorCode);
            Assert.Contains(next, refused.Output, StringComparison.Ordinal);
        }

        Assert.Equal("", await work.TablesAsync());
        Assert.Null(await work.Database.ScalarAsync<string>("SELECT to_regclass('public.hotline_migrations')::text", CancellationToken));
    }

    [Fact]
    public async Task History_of_another_owner_is_told_and_read_when_that_is_granted()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Table("r1");
        (await work.RunAsync("upgrade")).Exits(0);
        work.Table("r2", "r1");
        await using var role = await RestrictedRole.CreateAsync(work, Create, CreateDatabases);

        foreach (var command in new[] { "current", "pending", "history", "upgrade", "downgrade base", "drift" })
        {
            var refused = (await work.RunAsync([.. command.Split(' '), "--json"])).Exits(2);

            Assert.Equal("HM0421", refused.ErrorCode);
            Assert.Contains("To look only: GRANT SELECT ON", refused.Output, StringComparison.Ordinal);
        }

        (await work.RunAsync("history", "--offline")).Exits(0);
        await role.RunAsync("""GRANT SELECT ON "public"."hotline_migrations", "public"."hotline_migrations_log", "public"."hotline_migrations_journal" TO {role}""");
        foreach (var command in new[] { "current", "pending", "history", "drift" })
        {
            (await work.RunAsync(command)).Exits(0);
        }

        // The record is written with the change, so neither is there.
        (await work.RunAsync("upgrade")).Exits(1);
        Assert.Equal("r1", await work.TablesAsync());
    }

    [Theory]
    [InlineData("statement_timeout = '200ms'")]
    [InlineData("lock_timeout = '1ms'")]
    [InlineData("idle_in_transaction_session_timeout = '30ms'")]
    [InlineData("search_path = elsewhere, pg_catalog")]
    [InlineData("search_path = ''")]
    [InlineData("default_transaction_isolation = 'serializable'")]
    [InlineData("standard_conforming_strings = off")]
    [InlineData("check_function_bodies = off")]
    [InlineData("DateStyle = 'SQL, DMY'")]
    public async Task Settings_of_the_role_do_not_count(string setting)
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Migration(
            "r1",
            "a",
            "SELECT pg_sleep(0.4); CREATE TABLE r1 (id int PRIMARY KEY, d date DEFAULT '2026-02-01', t text DEFAULT 'it''s'); CREATE VIEW v AS SELECT id FROM r1;",
            "DROP VIEW v; DROP TABLE r1;");
        await using var role = await RestrictedRole.CreateAsync(
            work, Create, CreateDatabases, "CREATE SCHEMA elsewhere AUTHORIZATION {role}", "ALTER ROLE {role} SET " + setting);

        (await work.RunAsync("upgrade")).Exits(0);
        Assert.Equal("r1", await work.TablesAsync());
        await role.RunAsync("INSERT INTO public.r1 VALUES (1)");
        (await work.RunAsync("downgrade", "base")).Exits(4);
        await role.RunAsync("DELETE FROM public.r1");
        await work.Database.ExecuteAsync("DROP SCHEMA elsewhere", CancellationToken);
        (await work.RunAsync("drift")).Exits(0);
        (await work.RunAsync("verify")).Exits(0);
        (await work.RunAsync("downgrade", "base")).Exits(0);
        Assert.Equal("", await work.TablesAsync());
    }

    [Fact]
    public async Task Search_path_of_the_connection_counts()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Table("r1");
        await work.Database.ExecuteAsync("CREATE SCHEMA app", CancellationToken);
        work.Tool.Environment["DATABASE_URL"] += "?options=-csearch_path%3Dapp";

        (await work.RunAsync("upgrade")).Exits(0);

        Assert.Equal("app", await work.Database.ScalarAsync<string>("SELECT schemaname::text FROM pg_tables WHERE tablename = 'r1'", CancellationToken));
    }

    [Fact]
    public async Task Statement_timeout_of_the_environment_counts()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Migration("r1", "slow", "CREATE TABLE r1 (id int); SELECT pg_sleep(20);", "DROP TABLE r1;");
        work.Directory.Write("hotline-migrate.json", """{ "defaultEnvironment": "prod", "environments": { "prod": { "statementTimeout": "300ms" } } }""");

        var failed = (await work.RunAsync("upgrade", "--json")).Exits(1);

        Assert.Equal("HM0401", failed.ErrorCode);
        Assert.Contains("statement timeout", failed.Output, StringComparison.Ordinal);
        Assert.Equal("", await work.TablesAsync());
    }

    [Fact]
    public async Task Catalogs_that_only_superusers_read_are_not_needed()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Table("r1");
        await using var role = await RestrictedRole.CreateAsync(work, Create, CreateDatabases);
        (await work.RunAsync("upgrade")).Exits(0);
        await work.Database.ExecuteAsync(
            """
            CREATE FOREIGN DATA WRAPPER dummy;
            CREATE SERVER far FOREIGN DATA WRAPPER dummy;
            CREATE USER MAPPING FOR CURRENT_USER SERVER far OPTIONS (password 'secret');
            CREATE SUBSCRIPTION sub CONNECTION 'host=127.0.0.1 port=1 password=secret' PUBLICATION p WITH (connect = false, slot_name = NONE);
            """,
            CancellationToken);

        var drift = (await work.RunAsync("drift", "--json")).Exits(3);
        var check = (await work.RunAsync("check", "--database")).Exits(3);
        (await work.RunAsync("doctor")).Exits(0);
        await work.Database.ExecuteAsync("DROP SUBSCRIPTION sub", CancellationToken);

        Assert.Contains("far", drift.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", drift.Transcript + check.Transcript, StringComparison.Ordinal);
    }
}
