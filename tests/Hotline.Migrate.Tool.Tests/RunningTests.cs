using System.Text.Json;
using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class RunningTests(PostgresServer server)
{
    [Fact]
    public async Task The_workflow_of_a_pipeline_runs_without_a_project()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1", "r2", "r3");
        work.Tool.Environment.Remove("DATABASE_URL");
        work.Directory.Write(".env", $"DATABASE_URL={work.Database.Url}\n");

        var pending = (await work.RunAsync("pending", "--exit-code")).Exits(3);
        var upgrade = (await work.RunAsync("upgrade")).Exits(0);
        var current = (await work.RunAsync("current", "--quiet")).Exits(0);
        var again = (await work.RunAsync("upgrade")).Exits(0);
        var nothing = (await work.RunAsync("pending", "--exit-code", "--quiet")).Exits(0);

        Assert.Equal("r3\n", current.Output);
        Assert.Equal("Nothing to do: the database is at r3.\n", again.Output);
        Assert.Empty(nothing.Output);
        Assert.Equal("r1 r2 r3", await work.TablesAsync());
        Snapshot.Match(work.Stable($"{pending.Transcript}\n{upgrade.Transcript}"));
    }

    [Fact]
    public async Task Downgrade_takes_minus_one_for_what_it_is()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1", "r2", "r3");
        (await work.RunAsync("upgrade", "+2")).Exits(0);
        Assert.Equal("r1 r2", await work.TablesAsync());

        (await work.RunAsync("downgrade", "-1", "--confirm", work.Database.Name)).Exits(0);
        Assert.Equal("r1", await work.TablesAsync());

        (await work.RunAsync("downgrade", "--confirm", work.Database.Name, "--", "-1")).Exits(0);
        Assert.Equal("", await work.TablesAsync());
    }

    [Fact]
    public async Task A_branch_can_be_stepped_back_alone()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Table("r1");
        work.Table("r2", "r1", labels: "L1");
        work.Table("r3", "r1", labels: "L2");
        (await work.RunAsync("upgrade")).Exits(7);
        (await work.RunAsync("upgrade", "heads")).Exits(0);

        var result = (await work.RunAsync("downgrade", "L1@-1", "--confirm", work.Database.Name, "--json")).Exits(0);

        Assert.Equal("r1 r3", await work.TablesAsync());
        Assert.Equal("r2", result.Json.GetProperty("data").GetProperty("changes")[0].GetProperty("revision").GetString());
    }

    [Fact]
    public async Task Data_loss_without_a_confirmation_changes_nothing()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1", "r2");
        (await work.RunAsync("upgrade")).Exits(0);
        await work.Database.ExecuteAsync("INSERT INTO r1 VALUES (1); INSERT INTO r2 VALUES (1)", TestContext.Current.CancellationToken);

        var refused = (await work.RunAsync("downgrade", "base")).Exits(4);
        var wrong = (await work.RunAsync("downgrade", "base", "--confirm", "other", "--json")).Exits(4);
        var plan = (await work.RunAsync("downgrade", "base", "--plan")).Exits(0);

        Assert.Equal("r1 r2", await work.TablesAsync());
        Assert.Equal("HM0335", wrong.ErrorCode);
        Assert.Empty(refused.Output);
        Snapshot.Match(work.Stable($"{refused.Transcript}\n{plan.Transcript}"));
    }

    [Fact]
    public async Task A_database_without_tables_has_no_data_to_lose()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Table("r1");
        work.Migration("r2", "drop again", "DROP TABLE r1;", "CREATE TABLE r1 (id int);", "r1");
        work.Table("r3", "r2");
        work.Migration("r4", "drop r3", "DROP TABLE r3;", "CREATE TABLE r3 (id int);", "r3");

        (await work.RunAsync("upgrade", "r3")).Exits(0);
        await work.Database.ExecuteAsync("INSERT INTO r3 VALUES (1)", TestContext.Current.CancellationToken);
        (await work.RunAsync("upgrade", "r4")).Exits(4);

        Assert.Equal("r3", await work.TablesAsync());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("INSERT INTO a (id) VALUES (1)", 0)]
    [InlineData("INSERT INTO a (id, pair) VALUES (1, ROW(NULL, NULL)::pair)", 4)]
    [InlineData("INSERT INTO a (id, name) VALUES (1, 'x')", 4)]
    [InlineData("INSERT INTO b VALUES (1)", 4)]
    [InlineData("REVOKE SELECT ON b FROM PUBLIC; ALTER TABLE b ENABLE ROW LEVEL SECURITY", 0)]
    public async Task A_way_back_asks_only_where_rows_would_be_lost(string sql, int exitCode)
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Migration("r1", "a", "CREATE TYPE pair AS (x int, y int); CREATE TABLE a (id int);", "DROP TABLE a; DROP TYPE pair;");
        work.Migration("r2", "more", "ALTER TABLE a ADD name text, ADD pair pair; CREATE TABLE b (id int);", "ALTER TABLE a DROP name, DROP pair; DROP TABLE IF EXISTS b;", "r1");
        (await work.RunAsync("upgrade")).Exits(0);
        await work.Database.ExecuteAsync(sql.Length > 0 ? sql : "SELECT 1", TestContext.Current.CancellationToken);

        (await work.RunAsync("downgrade", "-1")).Exits(exitCode);

        Assert.Equal(exitCode == 0 ? "a" : "a b", await work.TablesAsync());
    }

    [Fact]
    public async Task A_failing_statement_is_shown_with_its_line_and_leaves_the_database_where_it_was()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Table("r1");
        work.Migration("r2", "break", "CREATE TABLE r2 (id int);\n\nCREATE INDEX i\n    ON r2 (id, text[]);", "DROP TABLE r2;", "r1");
        work.Migration("r3", "break later", "CREATE INDEX i\n    ON r1 (id, tenantid);", "", "r1");

        var syntax = (await work.RunAsync("upgrade", "r2")).Exits(1);
        var column = (await work.RunAsync("upgrade", "r3")).Exits(1);
        var json = (await work.RunAsync("upgrade", "r3", "--json")).Exits(1);

        Assert.Equal("r1", await work.TablesAsync());
        Assert.Equal("r1\n", (await work.RunAsync("current", "-q")).Output);
        var error = json.Json.GetProperty("error");
        Assert.Equal("42703", error.GetProperty("sqlState").GetString());
        Assert.Equal("migrations/r3.sql", error.GetProperty("where").GetProperty("path").GetString());
        Assert.Empty(json.Error);
        Snapshot.Match(work.Stable($"{syntax.Transcript}\n{column.Transcript}"));
    }

    [Fact]
    public async Task What_the_server_says_is_told_as_it_says_it_with_the_line_of_a_block_and_its_detail_when_asked()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Migration("r1", "fill", "CREATE TABLE r1 (id int UNIQUE);\nDO $$\nBEGIN\n  INSERT INTO r1 VALUES (1);\n  INSERT INTO r1 VALUES (1);\nEND $$;", "");
        work.Migration("r2", "copy", "CREATE TABLE r2 (id int);\nCOPY r2 FROM stdin;\none\n\\.\n", "");

        var block = (await work.RunAsync("upgrade", "r1")).Exits(1);
        var detailed = (await work.RunAsync("upgrade", "r1", "--verbose")).Exits(1);
        var copy = (await work.RunAsync("upgrade", "r2")).Exits(1);

        Assert.Contains("[23505] duplicate key value", block.Error, StringComparison.Ordinal);
        Assert.Contains("--> migrations/r1.sql:11:3\n", block.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Key (id)", block.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Detail:", block.Error, StringComparison.Ordinal);
        Assert.Contains("Detail: Key (id)=(1) already exists.", detailed.Error, StringComparison.Ordinal);
        Assert.Contains("[22P02] invalid input syntax", copy.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", copy.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upgrade_answers_with_one_json_document()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1", "r2");

        var plan = (await work.RunAsync("upgrade", "--plan", "--json")).Exits(0);
        var done = (await work.RunAsync("upgrade", "--json")).Exits(0);

        Assert.Empty(done.Error);
        Snapshot.Match(work.Stable(Indented(plan) + "\n" + Indented(done)), "json");
    }

    [Fact]
    public async Task Stamp_records_without_running()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1", "r2", "r3");

        (await work.RunAsync("stamp", "r2")).Exits(0);

        Assert.Equal("", await work.TablesAsync());
        Assert.Equal("r2\n", (await work.RunAsync("current", "--quiet")).Output);
        (await work.RunAsync("upgrade")).Exits(0);
        Assert.Equal("r3", await work.TablesAsync());
        (await work.RunAsync("stamp")).Exits(2);
    }

    [Fact]
    public async Task Init_creates_the_database_once()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1");
        var missing = work.Database.Name + "_new";
        var url = work.Database.Url.Replace(work.Database.Name, missing, StringComparison.Ordinal);
        try
        {
            Assert.Contains("HM0360", (await work.RunAsync("upgrade", "--url", url)).Exits(2).Error, StringComparison.Ordinal);
            Assert.StartsWith("The database was created.\n", (await work.RunAsync("init", "--url", url)).Exits(0).Output, StringComparison.Ordinal);
            Assert.StartsWith("Nothing to do", (await work.RunAsync("init", "--url", url)).Exits(0).Output, StringComparison.Ordinal);
        }
        finally
        {
            await work.Database.ExecuteAsync($"DROP DATABASE IF EXISTS {missing} WITH (FORCE)", CancellationToken.None);
        }
    }

    private static string Indented(ToolResult result) => JsonSerializer.Serialize(result.Json, JsonOptions);

    private static JsonSerializerOptions JsonOptions { get; } = new() { WriteIndented = true };

    [Fact]
    public async Task Who_holds_a_migration_up_is_told_while_it_waits()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Table("r1");
        (await work.RunAsync("upgrade")).Exits(0);
        work.Migration("r2", "add", "ALTER TABLE r1 ADD COLUMN name text;", "SELECT 1;", "r1");
        await using var user = await work.Database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await user.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var reading = new Npgsql.NpgsqlCommand("SELECT count(*) FROM r1", user, transaction))
        {
            await reading.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        }

        using var process = work.Tool.Start("upgrade", "--lock-timeout", "3s");
        process.StandardInput.Close();
        string? line;
        while ((line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken)) is not null && !line.Contains("waits for", StringComparison.Ordinal))
        {
            // Until it tells.
        }

        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        var rest = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains(FormattableString.Invariant($"waits for pid {user.ProcessID}"), line, StringComparison.Ordinal);
        Assert.Contains("idle in transaction, transaction open for", line, StringComparison.Ordinal);
        Assert.Contains("SELECT count(*) FROM r1", line, StringComparison.Ordinal);
        Assert.True(process.ExitCode == 0, await rest);
    }
}
