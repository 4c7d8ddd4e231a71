using System.Globalization;
using CsCheck;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Rendering;

public sealed class RandomChangeTests(PostgresServer server)
{
    private static int Iterations =>
        int.TryParse(Environment.GetEnvironmentVariable("HOTLINE_MIGRATE_TEST_ITERATIONS"), CultureInfo.InvariantCulture, out var given) ? given : 15;

    [Fact]
    public async Task Any_change_of_populated_tables_goes_there_and_back_and_there_again()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await server.CreateDatabaseAsync(cancellationToken);
        await using var model = await server.CreateDatabaseAsync(cancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        await using var goal = await model.DataSource.OpenConnectionAsync(cancellationToken);

        await RandomSchema.Pairs.SampleAsync(
            pair => ProveAsync(connection, goal, pair.From, pair.To, cancellationToken),
            iter: Iterations,
            threads: 1);
    }

    [Fact]
    public void No_schema_differs_from_itself() =>
        RandomSchema.Pairs.Sample(pair => Assert.True(SchemaDiffer.Diff(pair.From, pair.From).IsEmpty), iter: 200);

    private static async Task ProveAsync(NpgsqlConnection connection, NpgsqlConnection goal, DatabaseSchema from, DatabaseSchema to, CancellationToken cancellationToken)
    {
        await CreateAsync(connection, from, cancellationToken);
        await CreateAsync(goal, to, cancellationToken);
        await RoundTrip.ApplyAsync(connection, Rows(from, to), cancellationToken);

        var diff = SchemaDiffer.Diff(from, to, Answers(from, to));
        Assert.Empty(diff.Diagnostics.Select(d => d.Summary));
        var body = MigrationBody.Compose(diff, RenderOptions.Online);
        var before = await CatalogFingerprint.OfAsync(connection, cancellationToken);
        var after = await CatalogFingerprint.OfAsync(goal, cancellationToken);

        await RoundTrip.ApplyAsync(connection, body.Upgrade, cancellationToken);
        RoundTrip.AssertSame(after, await CatalogFingerprint.OfAsync(connection, cancellationToken), "upgrade", body.Upgrade);

        await RoundTrip.ApplyAsync(connection, body.Downgrade, cancellationToken);
        RoundTrip.AssertSame(before, await CatalogFingerprint.OfAsync(connection, cancellationToken), "downgrade", body.Downgrade);

        await RoundTrip.ApplyAsync(connection, body.Upgrade, cancellationToken);
        RoundTrip.AssertSame(after, await CatalogFingerprint.OfAsync(connection, cancellationToken), "second upgrade", body.Upgrade);
    }

    // Values that refer to rows of a table that goes, or of another table after the change, could not be valid again.
    private static bool IsKept(Table table, ForeignKey key, DatabaseSchema to) =>
        to.Find<Table>(key.References) is not null
        && to.Find<Table>(table.Name)?.ForeignKeys.All(k => k.Name != key.Name || k.References == key.References) != false;

    private static async Task CreateAsync(NpgsqlConnection connection, DatabaseSchema schema, CancellationToken cancellationToken)
    {
        var body = MigrationBody.Compose(SchemaDiffer.Diff(DatabaseSchema.Empty, schema));
        await RoundTrip.ApplyAsync(connection, "DROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\n" + body.Upgrade, cancellationToken);
    }

    // What looks like a rename is none here.
    private static DiffAnswers Answers(DatabaseSchema from, DatabaseSchema to) =>
        new() { Drops = [.. SchemaDiffer.Diff(from, to).Questions.Select(q => q.Old)] };

    private static string Rows(DatabaseSchema schema, DatabaseSchema to) => string.Join('\n', schema.Tables.SelectMany(table =>
    {
        var columns = table.Columns.Where(c => RandomSchema.Columns.ContainsKey(c.Name)).ToList();
        var name = SqlIdentifier.Quote(table.Name);
        return new[]
        {
            columns.Count == 0
                ? $"INSERT INTO {name} DEFAULT VALUES;"
                : $"INSERT INTO {name} ({string.Join(", ", columns.Select(c => SqlIdentifier.Quote(c.Name)))}) "
                    + $"SELECT {string.Join(", ", columns.Select(c => $"{RandomSchema.Columns[c.Name].Value}::text::{c.Type}"))} FROM generate_series(1, 3);",

            string.Concat(table.ForeignKeys.Where(k => IsKept(table, k, to)).Select(k =>
                $"UPDATE {name} SET {k.Columns[0]} = (SELECT max(id) FROM {SqlIdentifier.Quote(k.References)});")),
        };
    }).OrderByDescending(s => s.StartsWith("INSERT", StringComparison.Ordinal)));
}
