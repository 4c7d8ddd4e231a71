using Hotline.Migrate.Diffing;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Rendering;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>What becomes of values that do not fit into their new type.</summary>
public sealed class TooLongValueTests(PostgresServer server)
{
    [Theory]
    [InlineData("k", "k", "ROW('long')")]
    [InlineData("k[]", "k[]", "ARRAY[ROW('long')::k]")]
    [InlineData("text[]", "varchar(3)[]", "'{long}'")]
    [InlineData("text", "varchar(3)[]", "'{long}'")]
    [InlineData("text", "bit(3)", "'1010'")]
    public async Task A_value_that_is_too_long_stops_the_migration_and_is_not_cut_off(string type, string becomes, string value)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await server.CreateDatabaseAsync(cancellationToken);
        await using var model = await server.CreateDatabaseAsync(cancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        await using var goal = await model.DataSource.OpenConnectionAsync(cancellationToken);
        await RoundTrip.ApplyAsync(connection, $"CREATE TYPE k AS (a text); CREATE TABLE t (v {type}); INSERT INTO t VALUES ({value});", cancellationToken);
        await RoundTrip.ApplyAsync(goal, $"CREATE TYPE k AS (a varchar(3)); CREATE TABLE t (v {becomes});", cancellationToken);
        var diff = SchemaDiffer.Diff(await DatabaseInspector.InspectAsync(connection, cancellationToken), await DatabaseInspector.InspectAsync(goal, cancellationToken));

        await using var command = new NpgsqlCommand(MigrationBody.Compose(diff).Upgrade, connection);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(cancellationToken));

        Assert.Contains(refused.SqlState, (string[])[PostgresErrorCodes.StringDataRightTruncation, PostgresErrorCodes.StringDataLengthMismatch]);
    }
}
