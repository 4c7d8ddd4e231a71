using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Tests.Scaffolding;

/// <summary>The proof of the scaffold: what the compiled classes say is what the database has.</summary>
public sealed class ScaffoldProofTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("chinook")]
    [InlineData("northwind")]
    [InlineData("pagila")]
    public async Task A_scaffold_of_a_real_schema_builds_and_differs_in_nothing(string name)
    {
        var path = Path.Combine(RepositoryRoot.Path, "..", "shared", "schemas", name + ".sql");
        Assert.SkipUnless(File.Exists(path), $"The sample schema {name}.sql is not beside this checkout.");

        var database = await InspectAsync(await File.ReadAllTextAsync(path, CancellationToken));
        var model = await ScaffoldedModel.OfAsync(database);

        Assert.Equal("", model.DifferenceFrom(database));
        Assert.Equal(Names(database), Names(model.Schema));
        Assert.Empty(model.Scaffold.LeftOut);
        Assert.Equal(model.Scaffold.Files, (await ScaffoldedModel.OfAsync(database)).Scaffold.Files);
    }

    private static IEnumerable<string> Names(DatabaseSchema schema) => schema.Objects.Select(o => $"{o.Kind} {o.Name}");

    private async Task<DatabaseSchema> InspectAsync(string sql)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync(sql, CancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);
        return await DatabaseInspector.InspectAsync(connection, CancellationToken);
    }
}
