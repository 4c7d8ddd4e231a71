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
    [InlineData("others", CodeObjects.Others)]
    [InlineData("publications", CodeObjects.Publications)]
    public async Task Objects_are_read_as_the_statements_that_make_them(string kind, string sql)
    {
        var schema = await InspectAsync(sql);
        Snapshot.Match(string.Concat(schema.Objects.Where(o => o is not Table).Select(DescriptorWriter.Write)), "json", kind);
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

    private async Task<DatabaseSchema> InspectAsync(string sql)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor: 14);
        await database.ExecuteAsync(sql, CancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);
        return await DatabaseInspector.InspectAsync(connection, CancellationToken);
    }
}
