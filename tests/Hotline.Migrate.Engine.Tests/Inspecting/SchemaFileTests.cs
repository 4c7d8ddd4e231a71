using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles;

namespace Hotline.Migrate.Engine.Tests.Inspecting;

/// <summary>What PostgreSQL says of its objects, read as a schema file, gives the same objects.</summary>
public sealed class SchemaFileTests(PostgresServer server)
{
    private const string Everything = """"
        CREATE SCHEMA "My App";
        CREATE TABLE calls (id bigint PRIMARY KEY, state text, "on" boolean, at timestamptz(3));
        CREATE TABLE "My App"."Odd ""x""" (id int);
        CREATE TYPE mood AS ENUM ('it''s', 'b');
        CREATE TYPE "My App"."Pair" AS (a numeric(10,2), "B" text[]);
        CREATE TYPE float_range AS RANGE (subtype = float8, subtype_diff = float8mi);
        CREATE COLLATION german (provider = icu, locale = 'de-DE');
        CREATE TEXT SEARCH DICTIONARY "My App".stems (TEMPLATE = snowball, Language = 'german', StopWords = german);
        CREATE TEXT SEARCH CONFIGURATION german (COPY = german);
        ALTER TEXT SEARCH CONFIGURATION public.german ALTER MAPPING FOR word, asciiword WITH "My App".stems, simple;
        COMMENT ON TEXT SEARCH CONFIGURATION public.german IS 'Own words';
        CREATE VIEW active WITH (security_barrier) AS SELECT id, state FROM calls WHERE state = 'a;b' WITH LOCAL CHECK OPTION;
        ALTER VIEW active ALTER COLUMN state SET DEFAULT 'x';
        CREATE RECURSIVE VIEW numbers(n) AS VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 5;
        CREATE MATERIALIZED VIEW "My App".totals AS SELECT state, count(*) AS n FROM calls GROUP BY state;
        CREATE FUNCTION f(a int, b varchar(20) DEFAULT 'a,b)', c numeric(18,2)[] = '{}', OUT d text, INOUT e timestamptz(3) = now(), VARIADIC g interval day to second[] = '{}')
            LANGUAGE sql AS $f$ SELECT 'x'::text, now() -- ;
            $f$;
        CREATE FUNCTION f(mood, "My App"."Pair", "char", char, bit varying, double precision) RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE FUNCTION rows(n int) RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT n, NULL::text';
        CREATE FUNCTION next(n int) RETURNS int LANGUAGE sql RETURN n + 1;
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
        CREATE FUNCTION on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
        CREATE PROCEDURE p(IN a int, INOUT b text, OUT c int) LANGUAGE plpgsql AS $$ BEGIN c := a; END $$;
        CREATE AGGREGATE total(numeric) (SFUNC = numeric_add, STYPE = numeric, INITCOND = '0');
        CREATE AGGREGATE n(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
        CREATE AGGREGATE pick(fraction float8 ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
        CREATE AGGREGATE pos(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
        CREATE TRIGGER touch BEFORE INSERT OR UPDATE OF state, "on" ON calls FOR EACH ROW WHEN (new.state IS NOT NULL) EXECUTE FUNCTION touch('a', '1');
        CREATE CONSTRAINT TRIGGER late AFTER INSERT ON "My App"."Odd ""x""" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch();
        ALTER TABLE calls ENABLE ALWAYS TRIGGER touch;
        CREATE RULE quiet AS ON UPDATE TO active WHERE old.id < 0 DO INSTEAD (UPDATE calls SET state = 'a'; DELETE FROM calls WHERE id = old.id);
        CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION on_ddl();
        CREATE PUBLICATION feed FOR TABLE calls;
        CREATE STATISTICS st (ndistinct, dependencies) ON state, id FROM calls;
        CREATE FOREIGN DATA WRAPPER fdw OPTIONS (debug 'true');
        CREATE SERVER remote FOREIGN DATA WRAPPER fdw OPTIONS (host 'a''b');
        CREATE FOREIGN TABLE far (id int OPTIONS (name 'x') NOT NULL, v text) SERVER remote OPTIONS (t 'far');
        """";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public Task Every_kind_of_object_is_read_from_the_servers_own_words() => RoundTripAsync(Everything);

    [Fact]
    public Task A_publication_of_columns_and_rows_is_read_from_the_servers_own_words() => RoundTripAsync(
        "CREATE TABLE calls (id bigint PRIMARY KEY, state text); CREATE PUBLICATION feed FOR TABLE calls (id, state) WHERE (id > 0);",
        atLeast: 1,
        minimumMajor: 15);

    [Theory]
    [InlineData("pagila")]
    [InlineData("northwind")]
    public async Task The_objects_of_a_real_schema_are_read_from_the_servers_own_words(string name)
    {
        var path = Path.Combine(RepositoryRoot.Path, "..", "shared", "schemas", name + ".sql");
        Assert.SkipUnless(File.Exists(path), $"The sample schema {name}.sql is not beside this checkout.");
        await RoundTripAsync(await File.ReadAllTextAsync(path, CancellationToken), atLeast: 0);
    }

    private async Task RoundTripAsync(string sql, int atLeast = 20, int minimumMajor = 0)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor);
        await database.ExecuteAsync(sql, CancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);
        var schema = await DatabaseInspector.InspectAsync(connection, CancellationToken);
        var objects = schema.Objects.OfType<SqlObject>().ToArray();
        Assert.InRange(objects.Length, atLeast, int.MaxValue);

        var text = string.Concat(objects.SelectMany(o => o.Additions.Prepend(o.Definition)).Select(s => s + ";\n"));
        var result = SchemaFileMerge.Merge(DatabaseSchema.Of(schema.Objects.Where(o => o is not SqlObject)), [new SchemaFile("all.sql", text)], o => o.Name.ToString());

        Assert.Empty(result.Diagnostics);
        Assert.Equal(
            objects.Select(o => o with { Comment = null, Indexes = [], ColumnComments = [] }),
            result.Schema.Objects.OfType<SqlObject>());
    }
}
