using System.Diagnostics;
using System.Globalization;
using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class ProcessTests(PostgresServer server)
{
    private const int Processes = 8;

    [Fact]
    public async Task Processes_that_start_together_apply_each_migration_once()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1", "r2", "r3", "r4");

        var results = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => work.RunAsync("upgrade", "--json")));

        Assert.All(results, result => result.Exits(0));
        Assert.Equal(4, results.Sum(r => r.Json.GetProperty("data").GetProperty("changes").GetArrayLength()));
        Assert.Equal("r1 r2 r3 r4", await work.TablesAsync());
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_leaves_the_database_between_two_migrations(string signal, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        Assert.SkipWhen(signal == "INT" && IsInterruptIgnored(), "This process ignores SIGINT, and so do those it starts: a shell runs background jobs that way.");
        await using var work = await Workspace.CreateAsync(server);
        work.Table("r1");
        work.Migration("r2", "sleep", "CREATE TABLE r2 (id int); SELECT pg_sleep(60);", "DROP TABLE r2;", "r1");
        using var process = work.Tool.Start("upgrade");
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await UntilAsync(work, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()");

        using var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(exitCode, process.ExitCode);
        Assert.Contains("HM0336", await error, StringComparison.Ordinal);
        Assert.Equal("r1", await work.TablesAsync());
        Assert.Equal("r1\n", (await work.RunAsync("current", "--quiet")).Output);
    }

    [Fact]
    public async Task Who_does_not_get_the_lock_in_time_ends_with_5()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        await using var work = await Workspace.CreateAsync(server);
        work.Migration("r1", "sleep", "SELECT pg_sleep(60);", "");
        using var first = work.Tool.Start("upgrade");
        await UntilAsync(work, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()");

        var second = (await work.RunAsync("upgrade", "--lock-wait", "300ms")).Exits(5);

        Assert.Contains("HM0402", second.Error, StringComparison.Ordinal);
        Assert.Matches(
            @"Waiting for another run to end: pid \d+, hotline-migrate on \S+ \(\d+\), role \w+ from \S+, since \d{4}-\d\d-\d\d ", second.Error.ReplaceLineEndings(" "));
        first.Kill();
        await first.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task CSharp_steps_run_from_the_compiled_assembly_in_the_same_transaction()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Migration(
            "r1",
            "users",
            "CREATE TABLE users (first_name text, last_name text); INSERT INTO users VALUES ('Ada', 'Lovelace');",
            "DROP TABLE users;");
        work.Migration(
            "r2",
            "full name",
            """
            ALTER TABLE users ADD full_name text;
            -- hm:code Hotline.Migrate.Tool.Tests.FillNames
            ALTER TABLE users DROP first_name, DROP last_name;
            """,
            "ALTER TABLE users DROP full_name;",
            "r1");
        work.Migration("r3", "gone", "-- hm:code Hotline.Migrate.Tool.Tests.Nobody", "", "r2");
        var assembly = typeof(FillNames).Assembly.Location;

        (await work.RunAsync("upgrade", "r1")).Exits(0);
        (await work.RunAsync("upgrade", "r2", "--assembly", assembly)).Exits(4);
        (await work.RunAsync("upgrade", "r2", "--assembly", assembly, "--confirm", work.Database.Name)).Exits(0);
        var missing = await work.RunAsync("upgrade", "--assembly", assembly, "--json");

        Assert.Equal("Ada Lovelace", await work.Database.ScalarAsync<string>("SELECT full_name FROM users", TestContext.Current.CancellationToken));
        Assert.Equal("HM0412", missing.ErrorCode);
        Assert.Equal("r2\n", (await work.RunAsync("current", "--quiet")).Output);
    }

    [Fact]
    public async Task An_environment_brings_its_database_and_its_rules()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Tool.Environment.Remove("DATABASE_URL");
        work.Tool.Environment["SHOP_DB"] = work.Database.Url.Replace("postgresql://", "postgresql+psycopg://", StringComparison.Ordinal);
        work.Directory.Write(
            "hotline-migrate.json",
            """
            {
              "history": { "schema": "ops", "table": "history" },
              "environments": { "local": { "url": "${SHOP_DB}", "development": true }, "live": { "url": "${SHOP_DB}" } }
            }
            """);
        work.Directory.Write("migrations/r1.sql", Workspace.MigrationText("r1", "draft", "CREATE TABLE r1 (id int);", "DROP TABLE r1;"));

        var live = (await work.RunAsync("upgrade", "--env", "live", "--json")).Exits(2);
        (await work.RunAsync("upgrade", "--env", "local")).Exits(0);
        (await work.RunAsync("upgrade", "--env", "nowhere")).Exits(2);

        Assert.Equal("HM0406", live.ErrorCode);
        Assert.Equal(1L, await work.Database.ScalarAsync<long>("SELECT count(*) FROM ops.history", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_never_shown()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1");
        work.Tool.Environment["DATABASE_URL"] = work.Database.Url.Replace(
            Uri.EscapeDataString(work.Database.Builder.Password!), "wr0ng-geheim", StringComparison.Ordinal);

        var result = (await work.RunAsync("upgrade", "--json", "--trace")).Exits(2);

        Assert.Equal("HM0361", result.ErrorCode);
        Assert.DoesNotContain("geheim", result.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_or_nothing_is_an_option()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1", "r2");
        work.Migration("r3", "break", "SELECT 1/0;", "", "r2");

        (await work.RunAsync("upgrade", "--single-transaction")).Exits(1);
        Assert.Equal("", await work.TablesAsync());

        (await work.RunAsync("upgrade")).Exits(1);
        Assert.Equal("r1 r2", await work.TablesAsync());
    }

    [Fact]
    public async Task The_development_server_starts_stops_and_prints_its_url()
    {
        await using var work = Workspace.Offline();
        (await work.RunAsync("dev-db", "url")).Exits(2);

        var start = await work.RunAsync("dev-db", "start");
        Assert.SkipWhen(start.Error.Contains("HM034", StringComparison.Ordinal), "There is no PostgreSQL to start here.");
        try
        {
            Assert.Matches(@"^postgresql://postgres:\w+@127[.]0[.]0[.]1:\d+/postgres\n$", start.Exits(0).Output);
            Assert.Equal(start.Output, (await work.RunAsync("dev-db", "url")).Exits(0).Output);
            work.Line("r1");
            (await work.RunAsync("upgrade", "--url", start.Output.Trim())).Exits(0);
        }
        finally
        {
            (await work.RunAsync("dev-db", "stop")).Exits(0);
        }
    }

    [Theory]
    [InlineData("\u0004")]
    [InlineData("no\n")]
    [InlineData("\n")]
    public async Task An_end_of_the_input_at_a_question_declines(string typed)
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1");
        (await work.RunAsync("upgrade")).Exits(0);
        await work.Database.ExecuteAsync("INSERT INTO r1 VALUES (1)", TestContext.Current.CancellationToken);

        var declined = (await work.Tool.RunAtTerminalAsync(typed, "downgrade", "base")).Exits(4);
        var agreed = await work.Tool.RunAtTerminalAsync(work.Database.Name + "\n", "downgrade", "base");

        Assert.Contains("Type the database's name to go on: ", declined.Output, StringComparison.Ordinal);
        Assert.Contains("HM0335", declined.Output, StringComparison.Ordinal);
        agreed.Exits(0);
        Assert.Equal("", await work.TablesAsync());
    }

    // The second bit of the mask stands for signal 2.
    private static bool IsInterruptIgnored() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } line
        && (ulong.Parse(line["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 0b10) != 0;

    private static async Task UntilAsync(Workspace work, string count)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        while (await work.Database.ScalarAsync<long>(count, cancellationToken) == 0)
        {
            await Task.Delay(50, cancellationToken);
        }
    }
}
