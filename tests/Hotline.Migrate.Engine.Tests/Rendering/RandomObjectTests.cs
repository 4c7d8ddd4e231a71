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

    // By the names of fields; the fields c and d come and go.
    private const string Rows = """
        SELECT string_agg(concat_ws(' ', id, name, age, (
            SELECT string_agg(key || regexp_replace(value::text, ', "[cd]": [^,}]*', '', 'g'), ' ' ORDER BY key) FROM jsonb_each(to_jsonb(people)) WHERE key = ANY($1))), ',' ORDER BY id)
        FROM people
        """;

    private static readonly string[] Stored = ["mood", "level", "pair", "moods", "levels", "pairs", "duo"];

    // What a column of composite values may hold, whatever the fields are.
    private static readonly string[] Pairs =
    [
        "(1,x)", "(1,x,)", "(x,,1)", "{\"(1,x)\"}", "{\"(1,x,)\"}", "{\"(x,,1)\"}", "(\"(1,x)\",2)", "(2,\"(1,x)\")", "(\"(1,x,)\",2)", "(2,\"(1,x,)\")", "(\"(x,,1)\",2)", "(2,\"(x,,1)\")",
        "{\"{\\\"(1,x)\\\"}\"}", "{\"{\\\"(1,x,)\\\"}\"}", "{\"{\\\"(x,,1)\\\"}\"}",
    ];

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
        string[] kept = [.. Stored.Where(c => Type(from, c) is { } type && Type(to, c) == type)];
        var stays = Type(from, "id") is not null && Type(to, "id") is not null;
        var rows = stays ? await RowsAsync(connection, kept, cancellationToken) : null;

        var body = MigrationBody.Compose(diff, RenderOptions.Online);
        await RoundTrip.ApplyAsync(connection, body.Upgrade, cancellationToken);
        RoundTrip.AssertSame(after, await CatalogFingerprint.OfAsync(connection, cancellationToken), "upgrade", body.Upgrade);
        Assert.Equal(rows, stays ? await RowsAsync(connection, kept, cancellationToken) : null);

        await RoundTrip.ApplyAsync(connection, body.Downgrade, cancellationToken);
        RoundTrip.AssertSame(before, await CatalogFingerprint.OfAsync(connection, cancellationToken), "downgrade", body.Downgrade);
        Assert.Equal(rows, stays ? await RowsAsync(connection, kept, cancellationToken) : null);

        await RoundTrip.ApplyAsync(connection, body.Upgrade, cancellationToken);
        RoundTrip.AssertSame(after, await CatalogFingerprint.OfAsync(connection, cancellationToken), "second upgrade", body.Upgrade);
        Assert.Equal(rows, stays ? await RowsAsync(connection, kept, cancellationToken) : null);
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
        foreach (var column in people.Columns.Where(c => c.Name is "pair" or "pairs" or "duo" && c.Type != "text"))
        {
            var fills = Pairs.Select(p => $"DO $$ BEGIN UPDATE people SET {column.Name} = '{p}' WHERE id < 3; EXCEPTION WHEN OTHERS THEN NULL; END $$;");
            await RoundTrip.ApplyAsync(connection, string.Join('\n', fills), cancellationToken);
        }

        if (schema.Find<Table>(QualifiedName.Of("calls")) is not null)
        {
            await RoundTrip.ApplyAsync(connection, "INSERT INTO calls (id, person_id, note) VALUES (1, 1, 'x'), (2, 2, 'y'), (3, NULL, NULL);", cancellationToken);
        }
    }

    private static string? Type(DatabaseSchema schema, string column) =>
        schema.Find<Table>(QualifiedName.Of("people"))?.FindColumn(column)?.Type.Replace("duo", $"duo over {schema.Find<Domain>(QualifiedName.Of("duo"))?.Type}", StringComparison.Ordinal);

    private static async Task<string?> RowsAsync(NpgsqlConnection connection, string[] columns, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Rows, connection) { Parameters = { new() { Value = columns } } };
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }
}
