using Hotline.Migrate.EndToEnd.Infrastructure;

namespace Hotline.Migrate.EndToEnd;

/// <summary>The sample with the packages: its models have their migrations, and these are right for each of its tenants.</summary>
public sealed class SampleTests(Packages packages, PostgresServer server) : IDisposable
{
    private const string Host = "src/AiHotline.Host";

    private readonly TestSolution solution = new(packages);

    public void Dispose() => solution.Dispose();

    [Fact]
    public async Task Its_data_migrations_are_right_for_each_tenant_there_and_back()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await server.CreateDatabaseAsync(cancellationToken);
        CopySample();

        // A Check build fails when the models have a change without a migration.
        (await solution.BuildAsync(Host, $"-p:HotlineMigrateVersion={solution.Version}", "-p:HotlineMigrateOnBuild=Check")).Succeeded();
        (await solution.ToolAsync(Host, database.Url, "init")).Succeeded();

        Assert.Equal(
            ["bluebird: Anna Smith", "nordwind: Anna Becker", "nordwind: Jonas von der Heide", "sakura: Tanaka Haruka"],
            await ListAsync(database, "t.slug || ': ' || x.full_name", "users"));
        Assert.Equal(
            ["bluebird: +442079460103", "nordwind: +33144556677", "nordwind: +49305550101", "sakura: +81355500102"],
            await ListAsync(database, "t.slug || ': ' || x.caller_number", "calls"));

        (await solution.ToolAsync(Host, database.Url, "downgrade", "-3")).Succeeded();
        Assert.Equal(
            ["bluebird: Anna/Smith", "nordwind: Anna/Becker", "nordwind: Jonas/von der Heide", "sakura: Haruka/Tanaka"],
            await ListAsync(database, "t.slug || ': ' || x.first_name || '/' || x.last_name", "users"));

        (await solution.ToolAsync(Host, database.Url, "upgrade")).Succeeded();
        (await solution.ToolAsync(Host, database.Url, "pending", "--exit-code")).Succeeded();
    }

    private static async Task<string[]> ListAsync(TestDatabase database, string what, string table) => (await database.ScalarAsync<string[]>(
        $"SELECT array_agg({what} ORDER BY {what}) FROM {table} x JOIN tenants t ON t.id = x.tenant_id",
        TestContext.Current.CancellationToken))!;

    private void CopySample()
    {
        var sample = Path.Combine(RepositoryRoot.Path, "samples", "AiHotline");
        var generated = new[] { "bin", "obj", ".hotline" };
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(sample, file);
            if (!path.Split(Path.DirectorySeparatorChar).Intersect(generated).Any())
            {
                solution.Write(path, File.ReadAllText(file));
            }
        }
    }
}
