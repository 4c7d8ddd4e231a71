using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Schema;
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
            CREATE TEXT SEARCH PARSER words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
            CREATE TEXT SEARCH TEMPLATE plain (INIT = dsimple_init, LEXIZE = dsimple_lexize);
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
                "setting of the database work_mem", "shell type later", "text search parser words", "text search template plain",
                "user mapping for public on server far",
            ],
            objects.Select(o => o.ToString()));
        Assert.DoesNotContain(objects, o => o.Definition?.Contains("secret", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Settings_and_marks_that_have_no_place_in_the_model_are_named()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor: 14);
        await database.ExecuteAsync("""
            CREATE TABLE parent (id integer, note text);
            CREATE TABLE child (id integer) INHERITS (parent);
            CREATE TABLE calls (id integer GENERATED ALWAYS AS IDENTITY, caller text, CONSTRAINT calls_key UNIQUE (caller) WITH (fillfactor = 70));
            CREATE INDEX by_length ON calls (length(caller));
            ALTER INDEX by_length ALTER COLUMN 1 SET STATISTICS 400;
            COMMENT ON INDEX calls_key IS 'modelled too';
            COMMENT ON INDEX by_length IS 'modelled';
            COMMENT ON SEQUENCE calls_id_seq IS 'of an identity';
            ALTER SEQUENCE calls_id_seq RENAME TO counting;
            CREATE TABLE events (at date NOT NULL, id integer) PARTITION BY RANGE (at);
            CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            CREATE TRIGGER watch AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION nothing();
            ALTER TABLE events_1 DISABLE TRIGGER watch;
            CREATE INDEX by_id ON events (id) WITH (fillfactor = 60);
            ALTER INDEX events_1_id_idx SET (fillfactor = 50);
            COMMENT ON INDEX events_1_id_idx IS 'of a partition';
            CREATE TABLE rooms (room int4range, note text, EXCLUDE USING gist (room WITH &&) INCLUDE (note) WHERE (note <> 'x DEFERRABLE'));
            CREATE CAST (int4range AS text) WITH INOUT;
            COMMENT ON CAST (int4range AS text) IS 'of a cast';
            CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS n FROM calls;
            ALTER MATERIALIZED VIEW totals ALTER COLUMN n SET (n_distinct = 5);
            GRANT USAGE ON LANGUAGE plpgsql TO pg_monitor;
            """, CancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);

        var objects = await UnmodelledObjects.ReadAsync(connection, CancellationToken);
        var schema = await DatabaseInspector.InspectAsync(connection, CancellationToken);

        Assert.Equal(
            [
                "cast (int4range AS text)", "column statistics of totals", "column statistics of the index by_length",
                "comment on cast (pg_catalog.int4range AS pg_catalog.text)", "comment on index public.events_1_id_idx",
                "comment on sequence public.counting", "included columns of the exclusion constraint rooms_room_note_excl on rooms",
                "name of the identity sequence counting", "own declaration of inherited columns of child", "privileges on the language plpgsql",
                "state of triggers of events_1", "storage of the index calls_key", "storage of the index events_1_id_idx",
            ],
            objects.Select(o => o.ToString()));
        var rooms = Assert.Single(schema.Tables, t => t.Name.Name == "rooms");
        Assert.Equal("note <> 'x DEFERRABLE'::text", Assert.Single(rooms.Exclusions).Where);
    }

    [Fact]
    public async Task Sequences_of_identities_that_are_not_as_their_table_are_named()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor: 15);
        await database.ExecuteAsync("""
            CREATE TABLE calls (id integer GENERATED ALWAYS AS IDENTITY);
            ALTER SEQUENCE calls_id_seq SET UNLOGGED;
            CREATE UNLOGGED TABLE jobs (id integer GENERATED ALWAYS AS IDENTITY);
            """, CancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);

        var objects = await UnmodelledObjects.ReadAsync(connection, CancellationToken);

        Assert.Equal(["persistence of the identity sequence calls_id_seq"], objects.Select(o => o.ToString()));
    }

    [Fact]
    public async Task Names_of_not_null_constraints_are_told_where_somebody_gave_them()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor: 18);
        await database.ExecuteAsync("""
            CREATE TABLE calls (id integer PRIMARY KEY, a integer CONSTRAINT "must be" NOT NULL, b integer NOT NULL, c integer);
            ALTER TABLE calls ADD CONSTRAINT late NOT NULL c NOT VALID;
            CREATE TABLE parts (id integer CONSTRAINT given NOT NULL) PARTITION BY RANGE (id);
            CREATE TABLE part PARTITION OF parts DEFAULT;
            """, CancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);

        var objects = await UnmodelledObjects.ReadAsync(connection, CancellationToken);

        Assert.Equal(
            ["NOT NULL constraint of calls", "name of the NOT NULL constraint given on parts", "name of the NOT NULL constraint late on calls", "name of the NOT NULL constraint must be on calls"],
            objects.Select(o => o.ToString()));
    }

    [Fact]
    public async Task What_a_schema_of_every_modelled_kind_has_needs_no_naming()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor: 14);
        await database.ExecuteAsync("""
            CREATE EXTENSION hstore;
            CREATE SCHEMA s;
            COMMENT ON SCHEMA s IS 'c';
            CREATE COLLATION s.plain FROM "C";
            COMMENT ON COLLATION s.plain IS 'c';
            CREATE TYPE s.state AS ENUM ('a');
            COMMENT ON TYPE s.state IS 'c';
            CREATE TYPE s.pair AS (a integer);
            COMMENT ON TYPE s.pair IS 'c';
            COMMENT ON COLUMN s.pair.a IS 'c';
            CREATE TYPE s.span AS RANGE (SUBTYPE = float8);
            COMMENT ON TYPE s.span IS 'c';
            CREATE DOMAIN s.positive AS integer CONSTRAINT above CHECK (VALUE > 0);
            COMMENT ON DOMAIN s.positive IS 'c';
            COMMENT ON CONSTRAINT above ON DOMAIN s.positive IS 'c';
            CREATE TEXT SEARCH DICTIONARY s.plain (TEMPLATE = simple);
            COMMENT ON TEXT SEARCH DICTIONARY s.plain IS 'c';
            CREATE TEXT SEARCH CONFIGURATION s.german (COPY = german);
            COMMENT ON TEXT SEARCH CONFIGURATION s.german IS 'c';
            CREATE SEQUENCE s.counting;
            COMMENT ON SEQUENCE s.counting IS 'c';
            CREATE TABLE s.t (id integer CONSTRAINT pk PRIMARY KEY, a text, CONSTRAINT ck CHECK (a <> ''));
            COMMENT ON TABLE s.t IS 'c';
            COMMENT ON COLUMN s.t.a IS 'c';
            COMMENT ON CONSTRAINT pk ON s.t IS 'c';
            COMMENT ON CONSTRAINT ck ON s.t IS 'c';
            CREATE INDEX i ON s.t (a);
            COMMENT ON INDEX s.i IS 'c';
            CREATE POLICY p ON s.t USING (true);
            COMMENT ON POLICY p ON s.t IS 'c';
            CREATE STATISTICS s.st ON id, a FROM s.t;
            COMMENT ON STATISTICS s.st IS 'c';
            CREATE FUNCTION s.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            COMMENT ON FUNCTION s.f() IS 'c';
            CREATE TRIGGER tr AFTER INSERT ON s.t FOR EACH ROW EXECUTE FUNCTION s.f();
            COMMENT ON TRIGGER tr ON s.t IS 'c';
            CREATE RULE r AS ON DELETE TO s.t DO ALSO NOTHING;
            COMMENT ON RULE r ON s.t IS 'c';
            CREATE VIEW s.v AS SELECT a FROM s.t;
            COMMENT ON VIEW s.v IS 'c';
            COMMENT ON COLUMN s.v.a IS 'c';
            CREATE MATERIALIZED VIEW s.m AS SELECT a FROM s.t;
            COMMENT ON MATERIALIZED VIEW s.m IS 'c';
            CREATE AGGREGATE s.total(integer) (SFUNC = int4pl, STYPE = integer);
            COMMENT ON AGGREGATE s.total(integer) IS 'c';
            CREATE PUBLICATION pub FOR TABLE s.t;
            COMMENT ON PUBLICATION pub IS 'c';
            CREATE FOREIGN DATA WRAPPER w;
            COMMENT ON FOREIGN DATA WRAPPER w IS 'c';
            CREATE SERVER far FOREIGN DATA WRAPPER w;
            COMMENT ON SERVER far IS 'c';
            CREATE FOREIGN TABLE s.ft (a integer) SERVER far;
            COMMENT ON FOREIGN TABLE s.ft IS 'c';
            """, CancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);

        Assert.Empty(await UnmodelledObjects.ReadAsync(connection, CancellationToken));

        var schema = await DatabaseInspector.InspectAsync(connection, CancellationToken);
        Assert.All(schema.Objects.Where(o => o is not (Extension or Privileges)), o => Assert.Equal("c", o.Comment));
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
