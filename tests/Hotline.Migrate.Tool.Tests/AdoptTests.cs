using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class AdoptTests(PostgresServer server)
{
    private const string Alembic = "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY); INSERT INTO alembic_version VALUES ('ae1027a6acf');";
    private const string Golang = "CREATE SCHEMA ops; CREATE TABLE ops.schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL);";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_of_Alembic_is_taken_over_where_it_is()
    {
        await using var work = await WithAsync("CREATE TABLE users (id int PRIMARY KEY);" + Alembic);

        var result = (await work.RunAsync("adopt")).Exits(0);

        Assert.StartsWith("Alembic  public.alembic_version  at ae1027a6acf\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("baseline from Alembic at ae1027a6acf", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, await work.Database.ScalarAsync<long>("SELECT count(*) FROM alembic_version", CancellationToken));
        (await work.RunAsync("drift")).Exits(0);
        Assert.StartsWith("Nothing to do", (await work.RunAsync("upgrade")).Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal(["users.json"], Directory.GetFiles(Path.Combine(work.Directory.Path, "migrations/snapshot/table")).Select(f => Path.GetFileName(f)["public.".Length..]));
    }

    [Fact]
    public async Task Of_several_histories_one_has_to_be_named()
    {
        await using var work = await WithAsync("CREATE TABLE users (id int PRIMARY KEY);" + Alembic + Golang + "INSERT INTO ops.schema_migrations VALUES (7, false)");

        var refusal = (await work.RunAsync("adopt", "--json")).Exits(2);
        Assert.Equal("HM0547", refusal.ErrorCode);
        Assert.Contains("dotnet hotline-migrate adopt --from golang-migrate", refusal.Output, StringComparison.Ordinal);

        var data = (await work.RunAsync("adopt", "--from", "golang-migrate", "--plan", "--json")).Exits(0).Json.GetProperty("data");
        Assert.Equal("ops.schema_migrations", data.GetProperty("from").GetProperty("table").GetString());
        Assert.Equal("7", data.GetProperty("from").GetProperty("position")[0].GetString());
        Assert.Equal("HM0546", (await work.RunAsync("adopt", "--from", "prisma", "--json")).Exits(2).ErrorCode);
        Assert.Equal("HM0334", (await work.RunAsync("adopt", "--from", "alembik", "--json")).Exits(2).ErrorCode);
    }

    [Fact]
    public async Task A_half_done_migration_of_the_other_tool_is_finished_there_first()
    {
        await using var work = await WithAsync("CREATE TABLE users (id int PRIMARY KEY);" + Golang + "INSERT INTO ops.schema_migrations VALUES (7, true)");

        var refusal = (await work.RunAsync("adopt", "--json")).Exits(2);

        Assert.Equal("HM0548", refusal.ErrorCode);
        Assert.Contains("migrate force VERSION", refusal.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(work.Directory.Path, "migrations")));
    }

    [Fact]
    public async Task Without_another_tool_baseline_is_the_way()
    {
        await using var work = await WithAsync("CREATE TABLE users (id int PRIMARY KEY);");

        var refusal = (await work.RunAsync("adopt", "--json")).Exits(2);

        Assert.Equal("HM0546", refusal.ErrorCode);
        Assert.Contains("dotnet hotline-migrate baseline", refusal.Output, StringComparison.Ordinal);
    }

    private async Task<Workspace> WithAsync(string sql)
    {
        var work = await Workspace.CreateAsync(server);
        work.Directory.Write("hotline-migrate.json", "{}");
        Directory.CreateDirectory(Path.Combine(work.Directory.Path, "migrations"));
        await work.Database.ExecuteAsync(sql, CancellationToken);
        return work;
    }
}
