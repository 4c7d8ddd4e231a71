using Hotline.Migrate.EndToEnd.Infrastructure;

namespace Hotline.Migrate.EndToEnd;

/// <summary>The way of a team, from an empty folder to a database and back, with nothing but the packages.</summary>
public sealed class WorkflowTests(Packages packages, PostgresServer server) : IDisposable
{
    private readonly TestSolution solution = new(packages);

    public void Dispose() => solution.Dispose();

    [Fact]
    public async Task Model_build_create_upgrade_and_back()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await server.CreateDatabaseAsync(cancellationToken);
        var url = database.ConnectionString;
        // A web project takes every .json file for content: the hardest kind to publish the right files of.
        solution.WriteProject("App", items: $"""<PackageReference Include="Hotline.Migrate.Engine" Version="{solution.Version}" />""", sdk: "Microsoft.NET.Sdk.Web");
        solution.Write("App/Program.cs", "await Hotline.Migrate.HotlineMigrator.FromDirectory().UpgradeAsync(args[0]);");
        solution.Write("App/hotline-migrate.json", "{}");
        WriteUser();

        (await solution.BuildAsync("App")).Succeeded();
        Assert.Equal(["draft"], solution.Migrations("App").Keys);

        (await solution.ToolAsync("App", url, "create", "add users")).Succeeded();
        Assert.Equal(["add_users"], solution.Migrations("App").Keys);
        Assert.True(File.Exists(solution["App/migrations/snapshot/table/public.users.json"]));

        // Ten at once: one applies, the others find it done.
        var upgrades = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => solution.ToolAsync("App", url, "upgrade")));
        Assert.All(upgrades, u => u.Succeeded());
        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(*) FROM hotline_migrations", cancellationToken));
        Assert.Equal(["id", "name"], await Columns(database));

        WriteUser("public string? Email { get; set; }");
        (await solution.BuildAsync("App", "--no-restore")).Succeeded();
        Assert.Equal(["add_users", "draft"], solution.Migrations("App").Keys);
        (await solution.ToolAsync("App", url, "create", "add email", "--no-build")).Succeeded();
        (await solution.ToolAsync("App", url, "upgrade")).Succeeded();
        Assert.Equal(["email", "id", "name"], await Columns(database));

        var history = (await solution.ToolAsync("App", url, "history")).Succeeded();
        Assert.Contains("add users", history.Output, StringComparison.Ordinal);
        Assert.Contains("add email", history.Output, StringComparison.Ordinal);

        (await solution.ToolAsync("App", url, "downgrade", "-1", "--confirm", database.Name)).Succeeded();
        Assert.Equal(["id", "name"], await Columns(database));
        var current = (await solution.ToolAsync("App", url, "current")).Succeeded();
        Assert.StartsWith(Revision("add_users"), current.Output, StringComparison.Ordinal);

        // Model and migrations agree, so a CI build passes; what it publishes brings the database up to date by itself.
        (await solution.DotnetAsync("publish", "App", "--no-restore", "-c", "Release", "-o", solution["out"], "-p:ContinuousIntegrationBuild=true")).Succeeded();
        Assert.Equal(
            solution.Migrations("App").Keys.Select(k => Path.GetFileName(solution.MigrationFile("App", k))),
            Directory.EnumerateFiles(solution["out/migrations"], "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.False(File.Exists(solution["out/hotline-migrate.json"]));
        (await solution.DotnetAsync("exec", solution["out/App.dll"], url)).Succeeded();
        Assert.Equal(["email", "id", "name"], await Columns(database));
    }

    private void WriteUser(string more = "") => solution.Write("App/User.cs", $$"""
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;

        namespace App;

        [Table("users")]
        public class User
        {
            [Key] public long Id { get; set; }
            public required string Name { get; set; }
            {{more}}
        }
        """);

    private string Revision(string slug) => Path.GetFileName(solution.MigrationFile("App", slug)).Split('_')[1];

    private static async Task<string[]> Columns(TestDatabase database) => (await database.ScalarAsync<string[]>(
        "SELECT array_agg(attname::text ORDER BY attname) FROM pg_attribute WHERE attrelid = 'users'::regclass AND attnum > 0 AND NOT attisdropped",
        TestContext.Current.CancellationToken))!;
}
