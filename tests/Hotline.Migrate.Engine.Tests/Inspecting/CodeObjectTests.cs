using Hotline.Migrate.Descriptors.Writing;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Engine.Tests.Inspecting;

public sealed class CodeObjectTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("routines", CodeObjects.Routines)]
    [InlineData("aggregates", CodeObjects.Aggregates)]
    [InlineData("views", CodeObjects.Views)]
    [InlineData("triggers", CodeObjects.Triggers)]
    [InlineData("types", CodeObjects.Types)]
    public async Task Objects_are_read_as_the_statements_that_make_them(string kind, string sql)
    {
        var schema = await InspectAsync(sql);
        Snapshot.Match(string.Concat(schema.Objects.Where(o => o is not Table).Select(DescriptorWriter.Write)), "json", kind);
    }

    private async Task<DatabaseSchema> InspectAsync(string sql)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor: 14);
        await database.ExecuteAsync(sql, CancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);
        return await DatabaseInspector.InspectAsync(connection, CancellationToken);
    }
}
