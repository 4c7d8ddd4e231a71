using Hotline.Migrate.Descriptors.Writing;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Inspecting;

public sealed class CodeObjectTests(PostgresServer server)
{
    // Other versions deparse some statements in other words.
    private const int GoldenMajor = 15;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("routines", CodeObjects.Routines)]
    [InlineData("aggregates", CodeObjects.Aggregates)]
    [InlineData("views", CodeObjects.Views)]
    [InlineData("triggers", CodeObjects.Triggers)]
    [InlineData("types", CodeObjects.Types)]
    [InlineData("others", CodeObjects.Others)]
    [InlineData("publications", CodeObjects.Publications)]
    public async Task Objects_are_read_as_the_statements_that_make_them(string kind, string sql)
    {
        var schema = await InspectAsync(sql, golden: true);
        Snapshot.Match(string.Concat(schema.Objects.Where(o => o is not Table).Select(DescriptorWriter.Write)), "json", kind);
    }

    [Fact]
    public async Task Inherited_columns_and_marks_of_tables_are_read()
    {
        var schema = await InspectAsync(CodeObjects.Tables, golden: true);
        Snapshot.Match(string.Concat(schema.Tables.Select(DescriptorWriter.Write)), "json");
    }

    [Fact]
    public async Task Privileges_that_are_not_the_usual_ones_are_read()
    {
        await CreateRolesAsync();
        var schema = await InspectAsync(CodeObjects.Grants, golden: true);
        Snapshot.Match(string.Concat(schema.Objects.Where(o => o is Privileges or DefaultPrivileges).Select(DescriptorWriter.Write)), "json");
    }

    private async Task CreateRolesAsync()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("""
            DO $do$ BEGIN
                PERFORM pg_advisory_xact_lock(4711);
                FOR i IN 1..3 LOOP
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = (ARRAY['hm_reader', 'hm_writer', 'hm Odd'])[i]) THEN
                        EXECUTE format('CREATE ROLE %I', (ARRAY['hm_reader', 'hm_writer', 'hm Odd'])[i]);
                    END IF;
                END LOOP;
            END $do$
            """, CancellationToken);
    }

    [Theory]
    [InlineData(CodeObjects.Routines)]
    [InlineData(CodeObjects.Aggregates)]
    [InlineData(CodeObjects.Views)]
    [InlineData(CodeObjects.Triggers)]
    [InlineData(CodeObjects.Types)]
    [InlineData(CodeObjects.Others)]
    public async Task What_was_read_makes_the_same_database_again(string sql)
    {
        var schema = await InspectAsync(sql);
        var body = MigrationBody.Compose(SchemaDiffer.Diff(DatabaseSchema.Empty, schema));

        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor: 14);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);
        foreach (var command in MigrationFile.ParseSection("copy", body.Upgrade).Steps.SelectMany(s => s.Commands).OfType<SqlCommand>())
        {
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(command.Sql) } };
            await batch.ExecuteNonQueryAsync(CancellationToken);
        }

        var copy = await DatabaseInspector.InspectAsync(connection, CancellationToken);
        Assert.Equal(Lines(schema), Lines(copy));
    }

    // PostgreSQL writes (VALUES ...) with a space when it has read it from its own words.
    private static IEnumerable<string> Lines(DatabaseSchema schema) =>
        schema.Objects.SelectMany(o => DescriptorWriter.Write(o).Replace("( VALUES", "(VALUES", StringComparison.Ordinal).Split('\n'));

    private async Task<DatabaseSchema> InspectAsync(string sql, bool golden = false)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor: 14);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);
        Assert.SkipUnless(!golden || connection.PostgreSqlVersion.Major == GoldenMajor, "The golden files hold the words of PostgreSQL 15.");
        await database.ExecuteAsync(sql, CancellationToken);
        return await DatabaseInspector.InspectAsync(connection, CancellationToken);
    }
}
