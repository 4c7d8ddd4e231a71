using System.Text.RegularExpressions;
using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class RehearsalTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rehearsal_runs_on_a_whole_copy_and_changes_nothing()
    {
        await using var work = await StartAsync();
        work.Migration("r2", "widen",
            """
            ALTER TABLE users ALTER COLUMN id TYPE bigint;
            CREATE TABLE calls (user_id bigint REFERENCES users);
            -- hm:step rows
            UPDATE users SET name = 'y';
            """, "DROP TABLE calls;", "r1");
        work.Migration("r3", "index", "-- hm:no-transaction\nCREATE INDEX CONCURRENTLY users_name_idx ON users (name);", "DROP INDEX users_name_idx;", "r2");
        work.Database.DataSource.Clear();

        var text = (await work.RunAsync("upgrade", "--rehearse")).Exits(0);
        var json = (await work.RunAsync("upgrade", "--rehearse", "--json")).Exits(0);
        var down = (await work.RunAsync("downgrade", "base", "--rehearse", "--json")).Exits(0);

        var data = json.Json.GetProperty("data");
        Assert.Equal("clone", data.GetProperty("rehearsal").GetProperty("way").GetString());
        var users = data.GetProperty("changes")[0].GetProperty("locks")[0];
        Assert.Equal("users ACCESS EXCLUSIVE True", $"{users.GetProperty("table")} {users.GetProperty("lock")} {users.GetProperty("rewritten")}");
        Assert.Equal(1, down.Json.GetProperty("data").GetProperty("changes").GetArrayLength());
        Assert.Equal("users", await work.TablesAsync());
        Assert.Equal("r1\n", (await work.RunAsync("current", "-q")).Output);
        Assert.Equal("integer", await work.Database.ScalarAsync<string>("SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'id'", CancellationToken));
        await NoCopyIsLeftAsync();

        // The columns are as wide as the times are long, and what is slow tells which of its statements runs.
        var stable = Regex.Replace(Regex.Replace(work.Stable(text.Transcript), "\n +[0-9]+/[0-9]+ .*", ""), " {2,}", "  ");
        Snapshot.Match(Regex.Replace(stable, @"\(\d[\d.]* [kMG]B,", "(<size>,"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_database_in_use_is_rehearsed_on_its_schema_with_some_rows(bool hasDump)
    {
        await using var work = await StartAsync();
        if (!hasDump)
        {
            work.Tool.Environment["HOTLINE_MIGRATE_PGBIN"] = work.Directory.Path;
        }

        await work.Database.ExecuteAsync(
            """
            CREATE TABLE calls (id int PRIMARY KEY, user_id int REFERENCES users, day date NOT NULL, code int GENERATED ALWAYS AS (id * 2) STORED);
            INSERT INTO users SELECT i, 'n' || i FROM generate_series(100, 15000) i;
            INSERT INTO calls SELECT i, i, '2026-01-01' FROM generate_series(14000, 15000) i;
            CREATE VIEW names AS SELECT name FROM users;
            """, CancellationToken);
        work.Migration("r2", "proof", "ALTER TABLE calls ADD CONSTRAINT again FOREIGN KEY (user_id) REFERENCES users;\nUPDATE users SET name = NULL WHERE id = 1;", "SELECT 1;", "r1");
        await using var user = await work.Database.DataSource.OpenConnectionAsync(CancellationToken);

        var result = (await work.RunAsync("upgrade", "--rehearse", "--json")).Exits(0);

        var data = result.Json.GetProperty("data");
        Assert.Equal("replica", data.GetProperty("rehearsal").GetProperty("way").GetString());
        Assert.Contains("use", data.GetProperty("rehearsal").GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("calls SHARE ROW EXCLUSIVE", string.Join("; ", data.GetProperty("changes")[0].GetProperty("locks").EnumerateArray().Select(l => $"{l.GetProperty("table")} {l.GetProperty("lock")}")), StringComparison.Ordinal);
        Assert.Equal(0L, await work.Database.ScalarAsync<long>("SELECT count(*) FROM pg_constraint WHERE conname = 'again'", CancellationToken));
        Assert.Equal("r1\n", (await work.RunAsync("current", "-q")).Output);
        await NoCopyIsLeftAsync();
    }

    [Fact]
    public async Task A_database_beyond_the_size_is_not_copied_whole_and_bare_statements_tell_their_locks_by_their_text()
    {
        await using var work = await StartAsync();
        work.Migration("r2", "index", "-- hm:no-transaction\nCREATE INDEX CONCURRENTLY users_name_idx ON users (name);", "DROP INDEX users_name_idx;", "r1");
        work.Database.DataSource.Clear();

        var result = (await work.RunAsync("upgrade", "--rehearse=1MB", "--json")).Exits(0);
        (await work.RunAsync("upgrade", "--rehearse=big")).Exits(2);

        var data = result.Json.GetProperty("data");
        Assert.Equal("replica", data.GetProperty("rehearsal").GetProperty("way").GetString());
        Assert.Matches(@"it has [\d.]+ MB, more than 1 MB \(--rehearse=SIZE copies more\)", data.GetProperty("rehearsal").GetProperty("reason").GetString());
        Assert.True(data.GetProperty("rehearsal").GetProperty("copyMs").GetDouble() > 0);
        var held = Assert.Single(data.GetProperty("changes")[0].GetProperty("locks").EnumerateArray());
        Assert.Equal("users SHARE UPDATE EXCLUSIVE False", $"{held.GetProperty("table")} {held.GetProperty("lock")} {held.GetProperty("seen")}");
        await NoCopyIsLeftAsync();
    }

    [Fact]
    public async Task A_migration_that_would_fail_fails_on_the_copy_with_its_line()
    {
        await using var work = await StartAsync();
        work.Migration("r2", "unique", "CREATE TABLE fine (id int);\nCREATE UNIQUE INDEX users_name_key\n    ON users (name);", "DROP TABLE fine;", "r1");
        work.Database.DataSource.Clear();

        var failed = (await work.RunAsync("upgrade", "--rehearse")).Exits(1);
        var json = (await work.RunAsync("upgrade", "--rehearse", "--json")).Exits(1);

        Assert.Contains("--> migrations/r2.sql:9:1", failed.Error, StringComparison.Ordinal);
        Assert.Contains($"nothing was changed in {work.Database.Name}", failed.Error, StringComparison.Ordinal);
        Assert.Equal("23505", json.Json.GetProperty("error").GetProperty("sqlState").GetString());
        Assert.Equal("users", await work.TablesAsync());
        Assert.Equal(0L, await work.Database.ScalarAsync<long>("SELECT count(*) FROM hotline_migrations_log WHERE revision = 'r2'", CancellationToken));
        await NoCopyIsLeftAsync();
    }

    [Fact]
    public async Task An_interrupted_rehearsal_drops_its_copy()
    {
        await using var work = await StartAsync();
        work.Migration("r2", "slow", "SELECT pg_sleep(60);", "SELECT 1;", "r1");
        work.Database.DataSource.Clear();
        using var process = work.Tool.Start("upgrade", "--rehearse");
        process.StandardInput.Close();
        for (string? line; (line = await process.StandardError.ReadLineAsync(CancellationToken)) is not null && !line.Contains("slow", StringComparison.Ordinal);)
        {
            // Until the migration has begun.
        }

        using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(CancellationToken);

        Assert.Equal(143, process.ExitCode);
        Assert.Equal("r1\n", (await work.RunAsync("current", "-q")).Output);
        await NoCopyIsLeftAsync();
    }

    private async Task<Workspace> StartAsync()
    {
        var work = await Workspace.CreateAsync(server);
        work.Migration("r1", "users", "CREATE TABLE users (id int PRIMARY KEY, name text);\nINSERT INTO users VALUES (1, 'x'), (2, 'x');", "DROP TABLE users;");
        (await work.RunAsync("upgrade")).Exits(0);
        return work;
    }

    // Proofs of other tests have scratch databases too; those go by themselves.
    private async Task NoCopyIsLeftAsync()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var left = await database.ScalarAsync<string[]>(Scratch, CancellationToken) ?? [];
        for (var look = 0; left.Length > 0; look++)
        {
            Assert.True(look < 120, $"Still there: {string.Join(", ", left)}");
            await Task.Delay(500, CancellationToken);
            left = [.. left.Intersect(await database.ScalarAsync<string[]>(Scratch, CancellationToken) ?? [])];
        }
    }

    private const string Scratch = @"SELECT array_agg(datname::text) FROM pg_database WHERE datname LIKE 'hotline\_scratch\_%'";
}
