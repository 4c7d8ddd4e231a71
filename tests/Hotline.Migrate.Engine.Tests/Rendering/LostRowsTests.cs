using Hotline.Migrate.Diffing;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Downgrades where rows that others refer to are gone for good.</summary>
public sealed class LostRowsTests(PostgresServer server)
{
    private const string Tables = """
        CREATE TABLE a (id integer PRIMARY KEY);
        CREATE TABLE b (id integer PRIMARY KEY, x integer NOT NULL, CONSTRAINT f FOREIGN KEY (x) REFERENCES a);
        INSERT INTO a VALUES (1), (2);
        INSERT INTO b VALUES (1, 1), (2, 2);
        """;

    [Fact]
    public async Task A_foreign_key_to_a_table_that_came_back_empty_stays_not_valid()
    {
        await using var database = await ThereAndBackAsync("CREATE TABLE b (id integer PRIMARY KEY, x integer NOT NULL);");

        Assert.Equal(
            "FOREIGN KEY (x) REFERENCES a(id) NOT VALID",
            await database.ScalarAsync<string>("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'f'", TestContext.Current.CancellationToken));
        Assert.Equal("1,2", await database.ScalarAsync<string>("SELECT string_agg(x::text, ',' ORDER BY x) FROM b", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_not_null_column_that_referred_to_it_comes_back_with_placeholders()
    {
        await using var database = await ThereAndBackAsync("CREATE TABLE b (id integer PRIMARY KEY);");

        Assert.Equal(2L, await database.ScalarAsync<long>("SELECT count(x) FROM b", TestContext.Current.CancellationToken));
    }

    private async Task<TestDatabase> ThereAndBackAsync(string goal)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var database = await server.CreateDatabaseAsync(cancellationToken);
        await using var model = await server.CreateDatabaseAsync(cancellationToken);
        await database.ExecuteAsync(Tables, cancellationToken);
        await model.ExecuteAsync(goal, cancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        var body = MigrationBody.Compose(SchemaDiffer.Diff(
            await DatabaseInspector.InspectAsync(connection, cancellationToken),
            await InspectAsync(model, cancellationToken)));
        await RoundTrip.ApplyAsync(connection, body.Upgrade, cancellationToken);
        await RoundTrip.ApplyAsync(connection, body.Downgrade, cancellationToken);
        return database;
    }

    private static async Task<DatabaseSchema> InspectAsync(TestDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        return await DatabaseInspector.InspectAsync(connection, cancellationToken);
    }
}
