using Hotline.Migrate.Diffing;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>
/// Generates a change from what the server says about both ends, and proves it on populated tables: up gives the one, a second
/// diff is empty, down gives the other, and up again works.
/// </summary>
internal static class RoundTrip
{
    public static async Task<MigrationBody> ProveAsync(PostgresServer server, Change change, CancellationToken cancellationToken)
    {
        await using var start = await server.CreateDatabaseAsync(cancellationToken, change.MinimumMajor);
        await SkipWithoutAsync(start, change.Extension, cancellationToken);
        await using var goal = await server.CreateDatabaseAsync(cancellationToken);
        await using var connection = await OpenAsync(start, change.From, cancellationToken);
        await using var model = await OpenAsync(goal, change.To, cancellationToken);
        var from = await DatabaseInspector.InspectAsync(connection, cancellationToken);
        var to = await DatabaseInspector.InspectAsync(model, cancellationToken);
        var desired = DatabaseSchema.Of(to.Objects.Select(o => o is Table table ? change.Hints(table) : o));
        await RunAsync(connection, change.Rows, cancellationToken);

        var diff = SchemaDiffer.Diff(from, desired, change.Answers);
        Assert.Empty(diff.Diagnostics);
        var body = MigrationBody.Compose(diff, change.Rendering);
        Assert.Equal(body.Upgrade, MigrationBody.Compose(SchemaDiffer.Diff(from, desired, change.Answers), change.Rendering).Upgrade);

        var before = await CatalogFingerprint.OfAsync(connection, cancellationToken);
        var after = await CatalogFingerprint.OfAsync(model, cancellationToken);
        var survivors = await SurvivorsAsync(connection, change, cancellationToken);

        await ApplyAsync(connection, body.Upgrade, cancellationToken);
        AssertSame(after, await CatalogFingerprint.OfAsync(connection, cancellationToken), "upgrade", body.Upgrade);
        var second = SchemaDiffer.Diff(await DatabaseInspector.InspectAsync(connection, cancellationToken), desired);
        Assert.True(second.IsEmpty, "The second diff is not empty:\n" + MigrationBody.Compose(second).Upgrade);

        await ApplyAsync(connection, body.Downgrade, cancellationToken);
        AssertSame(before, await CatalogFingerprint.OfAsync(connection, cancellationToken), "downgrade", body.Downgrade);
        Assert.Equal(survivors, await SurvivorsAsync(connection, change, cancellationToken));

        await ApplyAsync(connection, body.Upgrade, cancellationToken);
        AssertSame(after, await CatalogFingerprint.OfAsync(connection, cancellationToken), "second upgrade", body.Upgrade);
        if (change.After is { } query)
        {
            await using var command = new NpgsqlCommand(query, connection);
            Assert.Equal(change.Gives, (await command.ExecuteScalarAsync(cancellationToken))?.ToString());
        }

        return body;
    }

    /// <summary>Runs a section, each of its steps as one transaction, or each statement alone where a step has none.</summary>
    public static async Task ApplyAsync(NpgsqlConnection connection, string section, CancellationToken cancellationToken)
    {
        foreach (var step in section.Split("-- hm:step ").Select((text, i) => i == 0 ? text : "-- " + text))
        {
            try
            {
                var isBare = step.Contains("-- hm:no-transaction", StringComparison.Ordinal);
                foreach (var text in isBare ? step.Split(";\n", StringSplitOptions.RemoveEmptyEntries) : [step])
                {
                    await RunAsync(connection, text, cancellationToken);
                }
            }
            catch (PostgresException exception)
            {
                Assert.Fail($"{exception.MessageText} {exception.Detail} ({exception.SqlState}) in\n{section}");
            }
        }
    }

    public static void AssertSame(string expected, string actual, string direction, string sql)
    {
        if (expected != actual)
        {
            Assert.Fail($"The {direction} gives another schema (- expected, + actual):\n{Difference(expected, actual)}\nby\n{sql}");
        }
    }

    private static async Task SkipWithoutAsync(TestDatabase database, string? extension, CancellationToken cancellationToken)
    {
        if (extension is not null)
        {
            await using var command = database.DataSource.CreateCommand($"SELECT count(*) FROM pg_available_extensions WHERE name = '{extension}'");
            Assert.SkipUnless(await command.ExecuteScalarAsync(cancellationToken) is 1L, $"The server does not have the extension {extension}.");
        }
    }

    private static string Difference(string expected, string actual) => string.Join(
        '\n',
        LineDiff.Of(expected, actual).Split('\n').Where(l => !l.StartsWith("  ", StringComparison.Ordinal)));

    private static async Task<NpgsqlConnection> OpenAsync(TestDatabase database, string sql, CancellationToken cancellationToken)
    {
        var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        await RunAsync(connection, sql, cancellationToken);
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        if (sql.Length > 0)
        {
            // Npgsql cuts at each semicolon, those between BEGIN ATOMIC and END too.
            var text = sql.Contains("BEGIN ATOMIC", StringComparison.Ordinal) ? $"DO $do$ BEGIN EXECUTE $sql${sql}$sql$; END $do$" : sql;
            await using var command = new NpgsqlCommand(text, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<string?> SurvivorsAsync(NpgsqlConnection connection, Change change, CancellationToken cancellationToken)
    {
        if (change.Survives is null)
        {
            return null;
        }

        await using var command = new NpgsqlCommand($"SELECT string_agg(r::text, E'\\n' ORDER BY r::text) FROM ({change.Survives}) AS r", connection);
        return (string?)await command.ExecuteScalarAsync(cancellationToken);
    }
}
