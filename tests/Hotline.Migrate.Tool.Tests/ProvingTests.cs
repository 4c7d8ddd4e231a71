using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class ProvingTests(PostgresServer server)
{
    [Fact]
    public async Task Verify_tells_what_does_not_hold_and_leaves_nothing_behind()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Table("r1");
        work.Migration("r2", "index", "CREATE INDEX ix ON r1 (id);", "", "r1");

        var result = (await work.RunAsync("verify", "--quiet")).Exits(3);

        Snapshot.Match(work.Stable(result.Output));
        Assert.Equal("", await work.TablesAsync());
    }

    [Fact]
    public async Task Verify_of_pending_migrations_leaves_applied_ones_alone()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Migration("r1", "no way back", "CREATE TABLE r1 (id int);", "");
        (await work.RunAsync("upgrade")).Exits(0);
        work.Table("r2", "r1");

        var result = (await work.RunAsync("verify", "--pending", "--json")).Exits(0);

        var data = result.Json.GetProperty("data");
        Assert.Equal((true, 1, 1), (data.GetProperty("holds").GetBoolean(), data.GetProperty("replayed").GetInt32(), data.GetProperty("proven").GetInt32()));
        Assert.Equal("HM0513", (await work.RunAsync("verify", "--json")).Exits(3).Json
            .GetProperty("data").GetProperty("findings")[0].GetProperty("diagnostic").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Drift_is_shown_reverted_and_adopted()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Table("r1");
        (await work.RunAsync("upgrade")).Exits(0);
        (await work.RunAsync("drift")).Exits(0);
        await work.Database.ExecuteAsync("ALTER TABLE r1 ADD COLUMN n text DEFAULT 'x'", TestContext.Current.CancellationToken);

        Snapshot.Match((await work.RunAsync("drift")).Exits(3).Output);
        Assert.Equal(
            """
            -- hm:upgrade
            ALTER TABLE r1 ADD COLUMN n text DEFAULT 'x'::text;

            -- hm:downgrade
            -- data loss: the values of r1.n
            ALTER TABLE r1 DROP COLUMN n;

            """,
            (await work.RunAsync("drift", "adopt")).Exits(3).Output);
        Assert.Equal("- data", (await work.RunAsync("drift", "revert")).Exits(3).Output[1..7]);
        Assert.True((await work.RunAsync("drift", "--json")).Exits(3).Json.GetProperty("data").GetProperty("drift").GetBoolean());
    }

    [Fact]
    public async Task Drift_that_may_be_a_rename_is_written_as_sql_only_after_an_answer()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Migration("r1", "users", "CREATE TABLE users (id int, mail text);", "DROP TABLE users;");
        (await work.RunAsync("upgrade")).Exits(0);
        await work.Database.ExecuteAsync("ALTER TABLE users RENAME mail TO email", TestContext.Current.CancellationToken);

        Assert.Equal("HM0110", (await work.RunAsync("drift", "revert", "--json")).Exits(3).ErrorCode);
        Assert.Equal(
            "ALTER TABLE users RENAME COLUMN email TO mail;\n",
            (await work.RunAsync("drift", "revert", "--rename", "users.mail=users.email")).Exits(3).Output);
    }

    [Fact]
    public async Task Check_of_the_database_finds_what_is_pending_edited_or_drifted()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Table("r1");
        Assert.Equal(["HM0419"], await CodesAsync(work));
        (await work.RunAsync("upgrade")).Exits(0);
        Assert.Empty(await CodesAsync(work));

        await work.Database.ExecuteAsync("CREATE INDEX ix ON r1 (id)", TestContext.Current.CancellationToken);
        work.Table("r2", "r1");
        Assert.Equal(["HM0419", "HM0520"], await CodesAsync(work));
        Assert.Empty((await work.RunAsync("check", "--json")).Exits(0).Error);
    }

    private static async Task<IEnumerable<string?>> CodesAsync(Workspace work) =>
        (await work.RunAsync("check", "--database", "--json")).Json
            .GetProperty("data").GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString());
}
