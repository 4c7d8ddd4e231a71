using System.Diagnostics;
using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class BackupTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_commands_that_are_told_bring_the_database_back(bool hasDump)
    {
        await using var work = await StartAsync();
        if (!hasDump)
        {
            work.Tool.Environment["HOTLINE_MIGRATE_PGBIN"] = work.Directory.Path;
        }

        work.Migration("r2", "drop", "DROP TABLE users;\nCREATE TABLE calls (id int);", "SELECT 1;", "r1");
        work.Database.DataSource.Clear();

        var upgrade = SkipWithoutDump(await work.RunAsync("upgrade", "--confirm", work.Database.Name, hasDump ? "--backup=kept/" : "--backup", "--json")).Exits(0);

        Assert.Equal("calls", await work.TablesAsync());
        var backup = upgrade.Json.GetProperty("data").GetProperty("backup");
        Assert.Equal(hasDump ? "dump" : "clone", backup.GetProperty("kind").GetString());
        Assert.True(backup.GetProperty("bytes").GetInt64() > 1000);
        Assert.Matches($"{work.Database.Name}_(backup_)?[0-9]{{8}}[tT][0-9]{{6}}[zZ]", backup.GetProperty("place").GetString()!);
        work.Database.DataSource.Clear();
        foreach (var command in backup.GetProperty("restore").EnumerateArray())
        {
            await ShellAsync(work, command.GetString()!);
        }

        work.Database.DataSource.Clear();
        Assert.Equal("users", await work.TablesAsync());
        Assert.Equal(2L, await work.Database.ScalarAsync<long>("SELECT count(*) FROM users", CancellationToken));
        Assert.Equal("r1\n", (await work.RunAsync("current", "-q")).Output);
        Assert.Empty(Directory.GetFiles(work.Directory.Path, "*.partial", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_backup_is_told_before_the_run_and_no_secret_is()
    {
        await using var work = await StartAsync();
        work.Migration("r2", "fails", "SELECT 1 / 0;", "SELECT 1;", "r1");

        var failed = SkipWithoutDump(await work.RunAsync("upgrade", "--backup=before.dump")).Exits(1);

        Assert.True(File.Exists(Path.Combine(work.Directory.Path, "before.dump")));
        Assert.Contains("pg_restore --clean --if-exists --create", failed.Error, StringComparison.Ordinal);
        Assert.True(failed.Error.IndexOf("pg_restore", StringComparison.Ordinal) < failed.Error.IndexOf("[1/1]", StringComparison.Ordinal));
        Assert.DoesNotContain(work.Database.Builder.Password!, failed.Error, StringComparison.Ordinal);

        var again = (await work.RunAsync("upgrade", "--backup=before.dump", "--json")).Exits(2);
        Assert.Equal("HM0424", again.ErrorCode);
    }

    [Fact]
    public async Task Without_a_backup_nothing_is_run()
    {
        await using var work = await StartAsync();
        work.Tool.Environment["HOTLINE_MIGRATE_PGBIN"] = work.Directory.Path;
        work.Table("r2", "r1");
        await using var user = await work.Database.DataSource.OpenConnectionAsync(CancellationToken);

        var refused = (await work.RunAsync("upgrade", "--backup")).Exits(2);

        Assert.Equal("users", await work.TablesAsync());
        Assert.Contains("HM0424", refused.Error, StringComparison.Ordinal);
        Assert.Contains("There is no pg_dump of version", refused.Error, StringComparison.Ordinal);
    }

    // The binaries that npm brings have no pg_dump.
    private static ToolResult SkipWithoutDump(ToolResult result)
    {
        Assert.SkipWhen(
            result.ExitCode == 2 && result.Transcript.Contains("There is no pg_dump of version", StringComparison.Ordinal),
            "This machine has no pg_dump of the server's version.");
        return result;
    }

    private async Task<Workspace> StartAsync()
    {
        var work = await Workspace.CreateAsync(server);
        work.Migration("r1", "users", "CREATE TABLE users (id int PRIMARY KEY, name text);\nINSERT INTO users VALUES (1, 'x'), (2, 'x');", "DROP TABLE users;");
        (await work.RunAsync("upgrade")).Exits(0);
        return work;
    }

    private static async Task ShellAsync(Workspace work, string command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = work.Directory.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = work.Database.Builder.Password;
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(CancellationToken);
        await process.StandardOutput.ReadToEndAsync(CancellationToken);
        await process.WaitForExitAsync(CancellationToken);
        Assert.SkipWhen(process.ExitCode == 127, "PostgreSQL's programs are not on PATH.");
        Assert.True(process.ExitCode == 0, error);
    }
}
