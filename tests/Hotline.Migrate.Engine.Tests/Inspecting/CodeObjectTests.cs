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
    // From PostgreSQL 16 on, columns of a query over one relation are told without its name.
    private const int BareColumns = 16;

    // With PostgreSQL 17 ALL on a table came to hold MAINTAIN.
    private const int MaintainPrivilege = 17;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("routines", CodeObjects.Routines)]
    [InlineData("aggregates", CodeObjects.Aggregates)]
    [InlineData("views", CodeObjects.Views, BareColumns)]
    [InlineData("triggers", CodeObjects.Triggers, BareColumns)]
    [InlineData("types", CodeObjects.Types)]
    [InlineData("others", CodeObjects.Others)]
    public async Task Objects_are_read_as_the_statements_that_make_them(string kind, string sql, int otherwiseFrom = int.MaxValue)
    {
        var schema = await InspectAsync(sql);
        Snapshot.Match(
            string.Concat(schema.Objects.Where(o => o is not Table).Select(DescriptorWriter.Write)), "json", await VariantAsync(kind, otherwiseFrom));
    }

    [Fact]
    public async Task Publications_of_columns_and_rows_are_read_as_the_statements_that_make_them()
    {
        var schema = await InspectAsync(CodeObjects.Publications, minimumMajor: 15);
        Snapshot.Match(string.Concat(schema.Objects.Where(o => o is not Table).Select(DescriptorWriter.Write)), "json");
    }

    [Fact]
    public async Task Inherited_columns_and_marks_of_tables_are_read()
    {
        var schema = await InspectAsync(CodeObjects.Tables);
        Snapshot.Match(string.Concat(schema.Tables.Select(DescriptorWriter.Write)), "json");
    }

    [Fact]
    public async Task Privileges_that_are_not_the_usual_ones_are_read()
    {
        await CreateRolesAsync();
        var schema = await InspectAsync(CodeObjects.Grants);
        Snapshot.Match(string.Concat(schema.Objects.Where(o => o is Privileges or DefaultPrivileges).Select(DescriptorWriter.Write)), "json", await VariantAsync(null, MaintainPrivilege));
    }

    private async Task<string?> VariantAsync(string? kind, int otherwiseFrom)
    {
        var isOtherwise = (await server.GetVersionAsync(CancellationToken)).Major >= otherwiseFrom;
        return isOtherwise ? FormattableString.Invariant($"{(kind is null ? "" : kind + ".")}from-{otherwiseFrom}") : kind;
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

    private async Task<DatabaseSchema> InspectAsync(string sql, int minimumMajor = 14)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);
        await database.ExecuteAsync(sql, CancellationToken);
        return await DatabaseInspector.InspectAsync(connection, CancellationToken);
    }
}
