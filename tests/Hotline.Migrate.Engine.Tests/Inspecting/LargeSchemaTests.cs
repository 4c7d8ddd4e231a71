using System.Text;
using Hotline.Migrate.Engine.Tests.Networks;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Engine.Tests.Inspecting;

public sealed class LargeSchemaTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Table_with_as_many_columns_as_PostgreSQL_takes_is_read()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor: 14);
        var columns = string.Join(", ", Enumerable.Range(1, 1600).Select(i => $"c{i} boolean DEFAULT true"));
        await database.ExecuteAsync($"CREATE TABLE wide ({columns})", CancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);

        var schema = await DatabaseInspector.InspectAsync(connection, CancellationToken);

        Assert.Equal(1600, Assert.Single(schema.Tables).Columns.Count);
    }

    [Fact]
    public async Task Thousand_tables_take_no_more_round_trips_than_a_few()
    {
        var sql = new StringBuilder();
        for (var i = 0; i < 1000; i++)
        {
            sql.Append(FormattableString.Invariant(
                $"CREATE TABLE t{i} (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, parent bigint REFERENCES t{Math.Max(0, i - 1)}, name text NOT NULL DEFAULT 'x', CHECK (name <> ''));"));
            sql.Append(FormattableString.Invariant($"CREATE INDEX ON t{i} (parent); CREATE INDEX ON t{i} (lower(name)) WHERE parent IS NOT NULL;"));
        }

        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor: 14);
        await using var proxy = new CountingProxy(database);
        await using var connection = await proxy.DataSource.OpenConnectionAsync(CancellationToken);
        var schema = DatabaseSchema.Empty;
        async Task ReadAsync() => schema = await DatabaseInspector.InspectAsync(connection, CancellationToken);
        await database.ExecuteAsync(sql.ToString(), CancellationToken);

        var thousand = await proxy.CountAsync(ReadAsync);

        Assert.Equal(1000, schema.Tables.Count());
        // The server may begin to answer while a long batch is still being sent.
        Assert.InRange(thousand, 1, 4);
    }
}
