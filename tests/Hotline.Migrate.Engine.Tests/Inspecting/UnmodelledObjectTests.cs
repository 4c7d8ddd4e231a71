using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Inspecting;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Inspecting;

public sealed class UnmodelledObjectTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_schema_model_does_not_know_is_named()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor: 14);
        await database.ExecuteAsync("""
            CREATE EXTENSION hstore;
            CREATE SCHEMA billing;
            CREATE TABLE calls (id integer GENERATED ALWAYS AS IDENTITY, caller text);
            ALTER TABLE calls ALTER COLUMN caller SET STATISTICS 500;
            GRANT USAGE ON SEQUENCE calls_id_seq TO PUBLIC;
            CREATE TYPE pair AS (a integer, b integer);
            CREATE TABLE pairs OF pair;
            CREATE FUNCTION same(pair, pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.a = $2.a';
            CREATE FUNCTION textual(pair) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1.a::text';
            CREATE OPERATOR billing.=== (FUNCTION = same, LEFTARG = pair, RIGHTARG = pair);
            CREATE CAST (pair AS text) WITH FUNCTION textual(pair) AS ASSIGNMENT;
            CREATE OPERATOR FAMILY billing.pairs USING hash;
            CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = simple);
            CREATE TEXT SEARCH CONFIGURATION german (COPY = german);
            CREATE TYPE later;
            CREATE FOREIGN DATA WRAPPER dummy;
            CREATE SERVER far FOREIGN DATA WRAPPER dummy;
            CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (password 'secret');
            SELECT lo_create(0);
            """, CancellationToken);
        await database.ExecuteAsync($"ALTER DATABASE {database.Name} SET work_mem = '8MB'", CancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);

        var objects = await UnmodelledObjects.ReadAsync(connection, CancellationToken);

        Assert.Equal(
            [
                "cast (pair AS text)", "column statistics of calls", "large objects 1 of them", "operator billing.===(pair, pair)",
                "operator family billing.pairs using hash", "privileges on the identity sequence calls_id_seq", "row type of pairs",
                "setting of the database work_mem", "shell type later", "text search configuration german", "text search dictionary plain",
                "user mapping for public on server far",
            ],
            objects.Select(o => o.ToString()));
        Assert.DoesNotContain(objects, o => o.Definition?.Contains("secret", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Role_that_may_not_read_a_catalog_is_told_which()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor: 14);
        var role = $"hm_blind_{Guid.NewGuid():N}";
        await database.ExecuteAsync($"CREATE ROLE {role} LOGIN; REVOKE SELECT ON pg_proc FROM PUBLIC", CancellationToken);
        try
        {
            await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);
            await using (var command = new NpgsqlCommand($"SET ROLE {role}", connection))
            {
                await command.ExecuteNonQueryAsync(CancellationToken);
            }

            var failure = await Assert.ThrowsAsync<DiagnosticException>(() => DatabaseInspector.InspectAsync(connection, CancellationToken));

            Assert.Equal(DiagnosticCodes.CatalogNotReadable, failure.Diagnostics[0].Code);
            Assert.Contains("pg_proc", failure.Diagnostics[0].Summary, StringComparison.Ordinal);
        }
        finally
        {
            await database.ExecuteAsync($"DROP ROLE {role}", CancellationToken);
        }
    }
}
