using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Scaffolding;
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

        AssertSame(database, model);
        Assert.Empty(model.Scaffold.LeftOut);
        Assert.Equal(model.Scaffold.Files, (await ScaffoldedModel.OfAsync(database)).Scaffold.Files);
    }

    [Theory]
    [InlineData(OddSchema.Features)]
    [InlineData(OddSchema.Names)]
    public async Task A_scaffold_says_everything_in_every_name(string sql)
    {
        var database = await InspectAsync(sql, minimumMajor: 15);
        var model = await ScaffoldedModel.OfAsync(database);

        AssertSame(database, model);
        Assert.Empty(model.Scaffold.LeftOut);

        // From PostgreSQL 16 on, columns of a query over one relation are told without its name.
        Snapshot.Match(
            string.Concat(model.Scaffold.Files.Select(f => $"===== {f.Path}\n{f.Text}")).Replace("\"postgres\"", "\"role\"", StringComparison.Ordinal)
                .Replace(" calls.", " ", StringComparison.Ordinal).Replace("(calls.", "(", StringComparison.Ordinal),
            variant: sql == OddSchema.Names ? "names" : "features");
    }

    [Fact]
    public async Task A_scaffold_of_what_is_hardly_meant_says_just_that()
    {
        var database = await InspectAsync(OddSchema.Habits);
        var model = await ScaffoldedModel.OfAsync(database);

        AssertSame(database, model);
        Assert.Empty(model.Scaffold.LeftOut);
    }

    [Fact]
    public async Task A_scaffold_of_more_than_a_thousand_tables_differs_in_nothing()
    {
        var database = await InspectAsync(LargeSchema.Sql(modules: 7, tables: 150));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var scaffold = Scaffolder.Of(database, new ScaffoldOptions { Namespace = "Shop.Models" });
        TestContext.Current.TestOutputHelper?.WriteLine($"{database.Tables.Count()} tables, {scaffold.Files.Count} files in {watch.Elapsed}");
        var model = await ScaffoldedModel.OfAsync(database);
        TestContext.Current.TestOutputHelper?.WriteLine($"scaffolded and compiled in {watch.Elapsed}");

        Assert.InRange(database.Tables.Count(), 1001, int.MaxValue);
        AssertSame(database, model);
        Assert.Equal("TenantBaseModel", model.Scaffold.BaseClass);
        Assert.Equal(scaffold.Files, model.Scaffold.Files);
    }

    private static void AssertSame(DatabaseSchema database, ScaffoldedModel model)
    {
        var difference = model.DifferenceFrom(database);
        Assert.True(difference.Length == 0, difference + "\n" + model.DescriptorsThatDiffer(database));
        Assert.Equal(Names(database), Names(model.Schema));
    }

    private static IEnumerable<string> Names(DatabaseSchema schema) => schema.Objects.Select(o => $"{o.Kind} {o.Name}");

    private async Task<DatabaseSchema> InspectAsync(string sql, int minimumMajor = 0)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor);
        await database.ExecuteAsync(sql, CancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);
        return await DatabaseInspector.InspectAsync(connection, CancellationToken);
    }
}
