using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class LookingTests(PostgresServer server)
{
    [Fact]
    public async Task History_draws_the_graph_without_a_database()
    {
        await using var work = Workspace.Offline();
        Graph(work);

        var history = (await work.RunAsync("history")).Exits(0);
        var range = (await work.RunAsync("history", "-r", "r1:r2", "--ascii")).Exits(0);
        var last = (await work.RunAsync("history", "-2:", "--quiet")).Exits(0);

        Assert.Empty(history.Error);
        Snapshot.Match(work.Stable($"{history.Output}\n{range.Output}\n{last.Output}"));
    }

    [Fact]
    public async Task History_marks_what_the_database_has_and_what_has_no_file()
    {
        await using var work = await Workspace.CreateAsync(server);
        Graph(work);
        (await work.RunAsync("upgrade", "r3")).Exits(0);
        File.Delete(work.Directory["migrations/r5.sql"]);
        File.Delete(work.Directory["migrations/r4.sql"]);

        var marked = (await work.RunAsync("history")).Exits(0);
        File.Delete(work.Directory["migrations/r3.sql"]);
        var missing = (await work.RunAsync("history", "--verbose")).Exits(0);

        Snapshot.Match(work.Stable($"{marked.Output}\n{missing.Output}"));
    }

    [Fact]
    public async Task History_goes_on_without_a_database_that_does_not_answer()
    {
        await using var work = Workspace.Offline();
        work.Line("r1");

        var history = (await work.RunAsync("history", "--url", "postgresql://u:geheim@127.0.0.1:1/db")).Exits(0);
        var offline = (await work.RunAsync("history", "--offline", "--url", "postgresql://u:geheim@127.0.0.1:1/db")).Exits(0);
        (await work.RunAsync("history", "current:", "--url", "postgresql://u:geheim@127.0.0.1:1/db")).Exits(2);

        Assert.Contains("r1", history.Output, StringComparison.Ordinal);
        Assert.Contains("⚠ HM0362", history.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", history.Error, StringComparison.Ordinal);
        Assert.Empty(offline.Error);
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("current")]
    public async Task Applied_migration_that_was_edited_is_told_before_an_upgrade_refuses(string command)
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1", "r2");
        (await work.RunAsync("upgrade")).Exits(0);
        Assert.Empty((await work.RunAsync(command)).Exits(0).Error);
        File.AppendAllText(work.Directory["migrations/r1.sql"], "SELECT 1;\n");

        var look = (await work.RunAsync(command)).Exits(0);
        var upgrade = (await work.RunAsync("upgrade")).Exits(2);

        Assert.Contains("⚠ HM0404 Revision r1 was edited after it was applied.", look.Error, StringComparison.Ordinal);
        Assert.Contains("✖ HM0404", upgrade.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_half_done_and_what_has_no_file_is_told_everywhere()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1", "r2");
        (await work.RunAsync("upgrade")).Exits(0);
        work.Migration("r3", "half", "-- hm:no-transaction\nCREATE TABLE x (id int);\nCREATE TABLE y (id int);\nSELECT 1/0;\nSELECT 2;", "DROP TABLE x, y;", "r2");
        (await work.RunAsync("upgrade")).Exits(1);

        var current = (await work.RunAsync("current")).Exits(0);
        var history = (await work.RunAsync("history")).Exits(0);
        var pending = (await work.RunAsync("pending")).Exits(0);
        var data = (await work.RunAsync("current", "--json")).Exits(0).Json.GetProperty("data").GetProperty("halfDone")[0];
        var tags = (await work.RunAsync("history", "--json")).Exits(0).Json.GetProperty("data").GetProperty("revisions")[0];
        File.Delete(work.Directory["migrations/r2.sql"]);
        work.Migration("r3", "half", "SELECT 1;", "", "r1");
        var without = (await work.RunAsync("pending")).Exits(0);
        var json = (await work.RunAsync("pending", "--json")).Exits(0).Json.GetProperty("data");
        var doctor = await work.RunAsync("doctor");

        Assert.Equal("r3 upgrade 2 of 4", $"{data.GetProperty("revision")} {data.GetProperty("direction")} {data.GetProperty("finished")} of {data.GetProperty("total")}");
        Assert.Equal(2, tags.GetProperty("halfDone").GetProperty("finished").GetInt32());
        Assert.Equal("r2", json.GetProperty("missing")[0].GetString());
        Assert.Contains("no file for r2, which the database has", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("r3 is half done: ", doctor.Output, StringComparison.Ordinal);
        Snapshot.Match(work.Stable($"{current.Output}\n{history.Output}\n{pending.Output}\n{without.Output}"));
    }

    [Fact]
    public async Task Heads_and_show_need_no_database()
    {
        await using var work = Workspace.Offline();
        work.Table("r1");
        work.Migration("r2", "hold an array", "ALTER TABLE r1 ADD tags text[];", "ALTER TABLE r1 DROP tags;", "r1", "tags");

        var heads = (await work.RunAsync("heads")).Exits(0);
        var show = (await work.RunAsync("show", "head", "--color", "always")).Exits(0);
        var plain = (await work.RunAsync("show", "r2")).Exits(0);
        var json = (await work.RunAsync("heads", "--json")).Exits(0);

        Assert.Equal("r2 (tags, head)  hold an array\n", heads.Output);
        Assert.Contains("\e[", show.Output, StringComparison.Ordinal);
        Assert.Contains("tags text[];", show.Output, StringComparison.Ordinal);
        Snapshot.Match(work.Stable($"{plain.Output}\n{json.Output}"));
    }

    [Fact]
    public async Task Tables_hold_brackets_on_a_terminal_too()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Migration("r1", "text[] and [bold]", "DROP TABLE r0; CREATE TABLE r1 (id int, tags text[]);", "");

        var result = (await work.RunAsync("pending", "--color", "always")).Exits(0);

        Assert.Contains("text[] and [bold]", result.Output, StringComparison.Ordinal);
        Assert.Contains("data loss: drops table r0", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Current_tells_how_far_the_head_is()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1", "r2", "r3");

        var atBase = (await work.RunAsync("current")).Exits(0);
        (await work.RunAsync("upgrade", "r2")).Exits(0);
        var behind = (await work.RunAsync("current")).Exits(0);
        (await work.RunAsync("upgrade")).Exits(0);
        var atHead = (await work.RunAsync("current")).Exits(0);
        var json = (await work.RunAsync("current", "--json")).Exits(0);

        Assert.Equal("base  nothing is applied\n3 pending up to r3\n", atBase.Output);
        Assert.Equal("r2  add r2\n1 pending up to r3\n", behind.Output);
        Assert.Equal("r3 (head)  add r3\n", atHead.Output);
        Assert.True(json.Json.GetProperty("data").GetProperty("isAtHead").GetBoolean());
        Assert.Equal(0L, await work.Database.ScalarAsync<long>("SELECT count(*) FROM hotline_migrations_log WHERE event <> 'upgrade'", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_script_does_what_the_tool_does(bool idempotent)
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1", "r2");
        work.Migration(
            "r3",
            "it's a \\ backslash",
            "INSERT INTO r1 VALUES (1);\n-- hm:step index\n-- hm:no-transaction\nCREATE INDEX CONCURRENTLY i ON r1 (id);",
            "DROP INDEX i; DELETE FROM r1 WHERE id = 1;",
            "r2");
        var script = (await work.RunAsync(idempotent ? ["script", "base:head", "--idempotent"] : ["upgrade", "--sql"])).Exits(0);

        Assert.Equal("", await work.TablesAsync());
        Snapshot.Match(script.Output, "sql", idempotent ? "idempotent" : "plain");
        Assert.Empty(script.Error);

        var undo = (await work.RunAsync("script", "head:r1")).Exits(0);
        Assert.Contains("DROP TABLE r2;", undo.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("DROP TABLE r1;", undo.Output, StringComparison.Ordinal);

        await RunScriptAsync(work, script.Output);
        Assert.Equal("r1 r2", await work.TablesAsync());
        Assert.Equal("Nothing to do: the database is at r3.\n", (await work.RunAsync("upgrade")).Exits(0).Output);
    }

    [Fact]
    public async Task Config_tells_where_everything_comes_from_and_never_a_password()
    {
        await using var work = Workspace.Offline();
        work.Directory.Write(
            "hotline-migrate.json",
            """
            {
              "migrations": "db",
              "environments": { "staging": { "url": "postgresql://me:geheim@db.internal/shop", "lockTimeout": "3s" } }
            }
            """);
        work.Directory.Write(".env", "DATABASE_URL=postgresql+psycopg://app:geheim@localhost:5433/shop\n");

        var origins = (await work.RunAsync("config", "--show-origin")).Exits(0);
        var staging = (await work.RunAsync("config", "--env", "staging")).Exits(0);
        var json = (await work.RunAsync("config", "--json")).Exits(0);

        Assert.DoesNotContain("geheim", origins.Transcript + staging.Transcript + json.Transcript, StringComparison.Ordinal);
        Snapshot.Match(work.Stable($"{origins.Output}\n{staging.Output}"));
    }

    [Fact]
    public async Task The_doctor_tells_of_scratch_databases_that_killed_runs_left()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1");
        var old = $"hotline_scratch_20200101000000_{Guid.NewGuid():n}";
        var young = $"hotline_scratch_{DateTime.UtcNow:yyyyMMddHHmmss}_{Guid.NewGuid():n}";
        await work.Database.ExecuteAsync($"CREATE DATABASE {old}", TestContext.Current.CancellationToken);
        await work.Database.ExecuteAsync($"CREATE DATABASE {young}", TestContext.Current.CancellationToken);

        var doctor = (await work.RunAsync("doctor")).Exits(0);
        await work.Database.ExecuteAsync($"DROP DATABASE {old}", TestContext.Current.CancellationToken);
        await work.Database.ExecuteAsync($"DROP DATABASE {young}", TestContext.Current.CancellationToken);

        Assert.Contains($"DROP DATABASE {old}", doctor.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(young, doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_tells_what_does_not_work()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1");

        var well = (await work.RunAsync("doctor")).Exits(0);
        var json = (await work.RunAsync("doctor", "--json", "--url", "postgresql://u:geheim@127.0.0.1:1/db")).Exits(3);

        Assert.Contains("public.hotline_migrations is not there yet", well.Output, StringComparison.Ordinal);
        Assert.Contains("may create in schema public", well.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", json.Output, StringComparison.Ordinal);
        Assert.Contains("HM0362", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_reading_command_answers_with_one_document()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1", "r2");
        (await work.RunAsync("upgrade", "r1")).Exits(0);
        string[] commands = ["current", "history", "pending", "heads", "show", "script", "check", "config", "doctor"];

        foreach (var command in commands)
        {
            var result = (await work.RunAsync(command, "--json")).Exits(0);
            Assert.Empty(result.Error);
            Assert.StartsWith($"{{\"ok\":true,\"command\":\"{command}\",\"data\":{{", result.Output, StringComparison.Ordinal);
            Assert.EndsWith("},\"warnings\":[]}\n", result.Output, StringComparison.Ordinal);
        }

        var current = await work.RunAsync("current", "--json");
        var history = await work.RunAsync("history", "--json");
        var pending = await work.RunAsync("pending", "--json");
        Snapshot.Match(work.Stable(string.Concat(new[] { current, history, pending }.Select(r => r.Output.Replace("\"postgres\"", "\"<user>\"", StringComparison.Ordinal)))), "json");
    }

    // A script for psql runs without psql when its own commands are left out; \if is taken for true.
    private static async Task RunScriptAsync(Workspace work, string script)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var connection = await work.Database.DataSource.OpenConnectionAsync(cancellationToken);
        foreach (var statement in Statements(script))
        {
            await using var command = new Npgsql.NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static IEnumerable<string> Statements(string script)
    {
        var lines = script.Split('\n').Where(l => !l.StartsWith('\\') && !l.EndsWith("\\gset", StringComparison.Ordinal));
        var section = Migrate.Migrations.MigrationFile.ParseSection("script.sql", "-- hm:no-transaction\n" + string.Join('\n', lines.Where(l => l is not ("BEGIN;" or "COMMIT;"))));
        return section.Steps.SelectMany(s => s.Commands).OfType<Migrate.Migrations.SqlCommand>().Select(c => c.Sql);
    }

    private static void Graph(Workspace work)
    {
        work.Table("r1");
        work.Table("r2", "r1", "users");
        work.Table("r3", "r1", "calls");
        work.Table("r4", "r2, r3");
        work.Table("r5", "r4");
    }
}
