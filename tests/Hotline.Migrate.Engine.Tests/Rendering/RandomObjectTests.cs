using System.Globalization;
using CsCheck;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Rendering;

public sealed class RandomObjectTests(PostgresServer server)
{
    internal const string Reset = """
        DROP SCHEMA public CASCADE;
        DROP SCHEMA IF EXISTS side CASCADE;
        DROP PUBLICATION IF EXISTS news;
        CREATE SCHEMA public;
        """;

    private const string Rows = "SELECT string_agg(format('%s %s %s', id, name, age), ',' ORDER BY id) FROM people";

    // What a column of composite values may hold, whatever the fields are.
    private static readonly string[] Pairs = ["(1,x)", "(1,x,)", "{\"(1,x)\"}", "{\"(1,x,)\"}", "(\"(1,x)\",2)", "(2,\"(1,x)\")", "(\"(1,x,)\",2)", "(2,\"(1,x,)\")"];

    private static int Iterations =>
        int.TryParse(Environment.GetEnvironmentVariable("HOTLINE_MIGRATE_TEST_ITERATIONS"), CultureInfo.InvariantCulture, out var given) ? given : 5;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Any_change_of_objects_that_stand_on_each_other_goes_there_and_back_and_there_again(bool asWritten)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await server.CreateDatabaseAsync(cancellationToken);
        await using var model = await server.CreateDatabaseAsync(cancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        await using var goal = await model.DataSource.OpenConnectionAsync(cancellationToken);

        await RandomObjects.Pairs.SampleAsync(
            pair => ProveAsync(connection, goal, RandomObjects.Sql(pair.From), RandomObjects.Sql(pair.To), asWritten, cancellationToken),
            iter: Iterations,
            threads: 1);
    }

    /// <summary>Proves one change; what the diff refuses is refused before anything runs, and returned.</summary>
    internal static async Task<IReadOnlyList<string>> ProveAsync(
        NpgsqlConnection connection,
        NpgsqlConnection goal,
        string start,
        string end,
        bool asWritten,
        CancellationToken cancellationToken)
    {
        await RoundTrip.ApplyAsync(goal, Reset, cancellationToken);
        await RoundTrip.ApplyAsync(goal, RandomObjects.Roles + start, cancellationToken);
        var from = await ReadAsync(goal, start, asWritten, cancellationToken);
        var before = await CatalogFingerprint.OfAsync(goal, cancellationToken);
        await RoundTrip.ApplyAsync(goal, Reset + end, cancellationToken);
        var to = await ReadAsync(goal, end, asWritten, cancellationToken);
        var after = await CatalogFingerprint.OfAsync(goal, cancellationToken);

        var diff = SchemaDiffer.Diff(from, to, new DiffAnswers { Drops = [.. SchemaDiffer.Diff(from, to).Questions.Select(q => q.Old)] });
        if (diff.HasErrors)
        {
            return [.. diff.Diagnostics.Select(d => $"{d.Code} {d.Summary}")];
        }

        await RoundTrip.ApplyAsync(connection, Reset, cancellationToken);
        await RoundTrip.ApplyAsync(connection, MigrationBody.Compose(SchemaDiffer.Diff(DatabaseSchema.Empty, from)).Upgrade, cancellationToken);
        RoundTrip.AssertSame(before, await CatalogFingerprint.OfAsync(connection, cancellationToken), "first migration", start);
        await FillAsync(connection, from, cancellationToken);
        var rows = await RowsAsync(connection, from, cancellationToken);

        var body = MigrationBody.Compose(diff, RenderOptions.Online);
        await RoundTrip.ApplyAsync(connection, body.Upgrade, cancellationToken);
        RoundTrip.AssertSame(after, await CatalogFingerprint.OfAsync(connection, cancellationToken), "upgrade", body.Upgrade);
        if (to.Find<Table>(QualifiedName.Of("people")) is not null)
        {
            Assert.Equal(rows ?? "", await RowsAsync(connection, to, cancellationToken) ?? "");
        }

        await RoundTrip.ApplyAsync(connection, body.Downgrade, cancellationToken);
        RoundTrip.AssertSame(before, await CatalogFingerprint.OfAsync(connection, cancellationToken), "downgrade", body.Downgrade);

        await RoundTrip.ApplyAsync(connection, body.Upgrade, cancellationToken);
        RoundTrip.AssertSame(after, await CatalogFingerprint.OfAsync(connection, cancellationToken), "second upgrade", body.Upgrade);
        var second = SchemaDiffer.Diff(await DatabaseInspector.InspectAsync(connection, cancellationToken), asWritten ? await DatabaseInspector.InspectAsync(goal, cancellationToken) : to);
        Assert.True(second.IsEmpty, "The second diff is not empty:\n" + MigrationBody.Compose(second).Upgrade);
        return [];
    }

    // As written: what can stand in schema files is read out of the statements, the rest is asked of the server.
    internal static async Task<DatabaseSchema> ReadAsync(NpgsqlConnection connection, string sql, bool asWritten, CancellationToken cancellationToken)
    {
        var schema = await DatabaseInspector.InspectAsync(connection, cancellationToken);
        if (!asWritten)
        {
            return DatabaseSchema.Of(schema.Objects.Select(o => o is Table table ? Filled(table) : o));
        }

        var classes = DatabaseSchema.Of(schema.Objects.Select(o => o switch
        {
            Table table => Filled(table) with { Indexes = [], Policies = [], RowSecurity = RowSecurity.Disabled },
            EnumType type => type with { Comment = null },
            SchemaNamespace => o,
            _ => null,
        }).OfType<SchemaObject>());
        var files = sql.Split('\n').Where(l => !l.StartsWith("CREATE TABLE", StringComparison.Ordinal)
            && !l.StartsWith("CREATE SCHEMA", StringComparison.Ordinal)
            && !l.Contains("AS ENUM", StringComparison.Ordinal)
            && !(l.StartsWith("ALTER TABLE people ADD", StringComparison.Ordinal)));
        var merged = SchemaFileMerge.Merge(classes, [new SchemaFile("all.sql", string.Join('\n', files))], o => o.Name.ToString());
        Assert.Empty(merged.Diagnostics.Select(d => d.Summary));
        return merged.Schema;
    }

    private static Table Filled(Table table) => table with
    {
        Columns = [.. table.Columns.Select(c => c.Name == "age" ? c with { Backfill = "1" } : c)],
    };

    private static async Task FillAsync(NpgsqlConnection connection, DatabaseSchema schema, CancellationToken cancellationToken)
    {
        if (schema.Find<Table>(QualifiedName.Of("people")) is not { } people)
        {
            return;
        }

        await RoundTrip.ApplyAsync(connection, "INSERT INTO people (id, name, age) VALUES (1, 'a', 1), (2, 'b', 20), (3, NULL, 30);", cancellationToken);
        if (people.FindColumn("pair") is not null)
        {
            await RoundTrip.ApplyAsync(connection, string.Join('\n', Pairs.Select(p => $"DO $$ BEGIN UPDATE people SET pair = '{p}'; EXCEPTION WHEN OTHERS THEN NULL; END $$;")), cancellationToken);
        }

        if (schema.Find<Table>(QualifiedName.Of("calls")) is not null)
        {
            await RoundTrip.ApplyAsync(connection, "INSERT INTO calls (id, person_id, note) VALUES (1, 1, 'x'), (2, 2, 'y'), (3, NULL, NULL);", cancellationToken);
        }
    }

    private static async Task<string?> RowsAsync(NpgsqlConnection connection, DatabaseSchema schema, CancellationToken cancellationToken)
    {
        if (schema.Find<Table>(QualifiedName.Of("people")) is null)
        {
            return null;
        }

        await using var command = new NpgsqlCommand(Rows, connection);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }
}
