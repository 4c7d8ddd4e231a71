using Hotline.Migrate.Descriptors.Writing;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles;

namespace Hotline.Migrate.Core.Tests.SchemaFiles;

public sealed class SchemaFileGoldenTests
{
    private const string Everything =
        """"
        CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA ext VERSION '1.1' CASCADE;
        CREATE SCHEMA IF NOT EXISTS App;
        CREATE TYPE app.mood AS ENUM ('good', E'it\'s', U&'b\0061d', $$so$$);
        CREATE TYPE point3 AS (x double precision, "Y" numeric(10, 2)[], z varchar(5) COLLATE pg_catalog."C");
        CREATE TYPE span AS RANGE (subtype = timestamptz);
        CREATE DOMAIN email AS citext COLLATE "de_DE" DEFAULT lower('A') || '(' NOT NULL CHECK (VALUE ~ '@') CONSTRAINT "Short" CHECK (length(VALUE) < 80) CHECK ((VALUE) <> '');
        CREATE DOMAIN app.year int CONSTRAINT after_1900 CHECK (((VALUE >= 1901) AND (VALUE <= 2155)));
        CREATE SEQUENCE IF NOT EXISTS app.numbers AS smallint INCREMENT BY -2 MINVALUE -100 MAXVALUE -1 START WITH -1 CACHE 1 CYCLE;
        CREATE SEQUENCE plain START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1 NO CYCLE OWNED BY calls.id;
        ALTER SEQUENCE app.numbers OWNED BY public.calls.id;
        CREATE COLLATION IF NOT EXISTS german (provider = icu, locale = 'de');
        CREATE TEXT SEARCH DICTIONARY app.stems (TEMPLATE = snowball, Language = german);
        CREATE TEXT SEARCH CONFIGURATION german (COPY = pg_catalog.german);
        ALTER TEXT SEARCH CONFIGURATION german ALTER MAPPING FOR word WITH app.stems;
        COMMENT ON TEXT SEARCH CONFIGURATION german IS 'Words';
        CREATE OR REPLACE VIEW v AS SELECT 1 AS a /* kept */;
        ALTER VIEW v ALTER COLUMN a SET DEFAULT 7;
        CREATE MATERIALIZED VIEW IF NOT EXISTS app.totals AS SELECT 1 AS n;
        CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS totals_n ON ONLY app.totals (n COLLATE "C" int4_ops (x = 1) DESC NULLS LAST, app.f(n)) NULLS NOT DISTINCT TABLESPACE fast;
        CREATE OR REPLACE FUNCTION app.f(int) RETURNS int LANGUAGE sql RETURN 1;
        CREATE OR REPLACE PROCEDURE p(IN a int) LANGUAGE plpgsql AS $$ BEGIN; END $$;
        ALTER FUNCTION app.f(a int) SET work_mem = '1MB';
        CREATE AGGREGATE total(numeric) (SFUNC = numeric_add, STYPE = numeric);
        CREATE RULE r AS ON INSERT TO v DO INSTEAD (SELECT 1; SELECT 2);
        CREATE CONSTRAINT TRIGGER late AFTER INSERT ON calls DEFERRABLE FOR EACH ROW EXECUTE FUNCTION app.f();
        ALTER TABLE calls ENABLE REPLICA TRIGGER late;
        CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION app.f();
        ALTER EVENT TRIGGER watch DISABLE;
        CREATE PUBLICATION feed FOR TABLE calls;
        CREATE STATISTICS IF NOT EXISTS st ON id, state FROM calls;
        CREATE FOREIGN DATA WRAPPER fdw;
        CREATE SERVER IF NOT EXISTS remote FOREIGN DATA WRAPPER fdw;
        CREATE FOREIGN TABLE IF NOT EXISTS far (id int) SERVER remote;
        CREATE POLICY p ON calls FOR ALL TO "Web", current_user USING (true);
        ALTER TABLE calls ENABLE ROW LEVEL SECURITY;
        CREATE INDEX ON calls (state) WHERE state IS NOT NULL;
        COMMENT ON EXTENSION "uuid-ossp" IS 'extension';
        COMMENT ON SCHEMA app IS 'schema';
        COMMENT ON TYPE app.mood IS 'type';
        COMMENT ON COLUMN point3."Y" IS 'field';
        COMMENT ON DOMAIN email IS 'domain';
        COMMENT ON CONSTRAINT "Short" ON DOMAIN email IS 'check';
        COMMENT ON SEQUENCE plain IS 'sequence';
        COMMENT ON COLUMN v.a IS 'column of a view';
        COMMENT ON MATERIALIZED VIEW app.totals IS 'matview';
        COMMENT ON INDEX app.totals_n IS 'index of a matview';
        COMMENT ON INDEX calls_state_idx IS 'index of a table';
        COMMENT ON FUNCTION app.f(integer) IS 'function';
        COMMENT ON PROCEDURE p IS 'procedure';
        COMMENT ON AGGREGATE total(numeric) IS 'aggregate';
        COMMENT ON TRIGGER late ON calls IS 'trigger';
        COMMENT ON RULE r ON v IS 'rule';
        COMMENT ON EVENT TRIGGER watch IS 'event trigger';
        COMMENT ON PUBLICATION feed IS 'publication';
        COMMENT ON STATISTICS st IS 'statistics';
        COMMENT ON FOREIGN TABLE far IS 'foreign table';
        COMMENT ON COLUMN far.id IS 'column of a foreign table';
        COMMENT ON SERVER remote IS 'server';
        COMMENT ON FOREIGN DATA WRAPPER fdw IS 'wrapper';
        COMMENT ON COLLATION german IS 'collation';
        COMMENT ON CONSTRAINT calls_pkey ON calls IS 'primary key';
        GRANT USAGE ON SCHEMA app TO web;
        GRANT USAGE ON SEQUENCE app.numbers TO web;
        GRANT SELECT ON plain TO web;
        GRANT SELECT (a) ON v TO web;
        GRANT SELECT (b) ON v TO web;
        GRANT USAGE ON FOREIGN SERVER remote TO web;
        REVOKE USAGE ON TYPE app.mood FROM PUBLIC;
        GRANT EXECUTE ON PROCEDURE p(int) TO web;
        ALTER DEFAULT PRIVILEGES IN SCHEMA app, public GRANT SELECT, INSERT ON TABLES TO web WITH GRANT OPTION;
        ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON ROUTINES FROM PUBLIC;
        """";

    [Fact]
    public void Every_statement_becomes_its_object()
    {
        var calls = new Table
        {
            Name = QualifiedName.Of("calls"),
            Columns = [new Column { Name = "id", Type = "bigint" }, new Column { Name = "state", Type = "text" }],
            PrimaryKey = new PrimaryKey { Name = "calls_pkey", Columns = ["id"] },
        };

        var result = SchemaFileMerge.Merge(DatabaseSchema.Of([calls]), [new SchemaFile("x.sql", Everything)], _ => "");

        Assert.Empty(result.Diagnostics.Select(d => $"{d.Where} {d.Summary}"));
        Snapshot.Match(string.Concat(result.Schema.Objects.Select(o => DescriptorWriter.Write(o) + "\n")), "json");
    }
}
