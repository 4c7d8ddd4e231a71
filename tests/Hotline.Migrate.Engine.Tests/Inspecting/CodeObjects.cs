namespace Hotline.Migrate.Engine.Tests.Inspecting;

/// <summary>One of every kind of object that is its CREATE statement, with all that can be said of it.</summary>
internal static class CodeObjects
{
    public const string Routines = """
        CREATE TABLE calls (id integer, caller text, amount numeric(10,2), at timestamptz);
        CREATE SCHEMA billing;
        CREATE FUNCTION twice(n integer, factor integer DEFAULT 2) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5
            AS 'SELECT n * factor';
        CREATE FUNCTION twice(n text) RETURNS text LANGUAGE sql AS $$SELECT n || '$function$' || n$$;
        CREATE FUNCTION billing."Odd (name" (VARIADIC a integer[], OUT b integer, OUT c text) LANGUAGE plpgsql SECURITY DEFINER
            SET search_path = billing, public SET work_mem = '8MB'
            AS E'BEGIN\r\n    b := 1; -- b''s\n\n    c := ''x'';\nEND';
        DO $do$ BEGIN EXECUTE 'CREATE FUNCTION calls_of(who text) RETURNS SETOF calls LANGUAGE sql STABLE ROWS 10 BEGIN ATOMIC
            SELECT * FROM calls WHERE caller = who; SELECT * FROM calls; END'; END $do$;
        CREATE FUNCTION table_of() RETURNS TABLE (id integer, names text[]) LANGUAGE sql AS 'SELECT 1, NULL::text[]';
        CREATE PROCEDURE bump(IN a integer, INOUT b integer) LANGUAGE plpgsql AS 'BEGIN b := a; COMMIT; END';
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        COMMENT ON FUNCTION twice(integer, integer) IS 'Doubles it';
        COMMENT ON PROCEDURE bump IS 'Bumps';
        """;

    public const string Aggregates = """
        CREATE FUNCTION step(state integer, value integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT coalesce(state, 0) + value';
        CREATE FUNCTION step0(state bigint) RETURNS bigint LANGUAGE sql AS 'SELECT state + 1';
        CREATE FUNCTION done(state integer, value integer) RETURNS text LANGUAGE sql AS 'SELECT state::text';
        CREATE AGGREGATE total(integer) (SFUNC = step, STYPE = integer, SSPACE = 16, FINALFUNC = done, FINALFUNC_EXTRA, FINALFUNC_MODIFY = SHAREABLE,
            COMBINEFUNC = int4larger, INITCOND = '0', MSFUNC = step, MINVFUNC = step, MSTYPE = integer, MSSPACE = 8,
            MFINALFUNC = done, MFINALFUNC_EXTRA, MFINALFUNC_MODIFY = READ_WRITE, MINITCOND = '1', PARALLEL = SAFE);
        CREATE AGGREGATE rows(*) (SFUNC = step0, STYPE = bigint, INITCOND = '0');
        CREATE AGGREGATE least_of(value integer) (SFUNC = int4smaller, STYPE = integer, SORTOP = <);
        CREATE AGGREGATE sum_state(numeric) (SFUNC = numeric_avg_accum, STYPE = internal, FINALFUNC = numeric_avg, COMBINEFUNC = numeric_avg_combine,
            SERIALFUNC = numeric_avg_serialize, DESERIALFUNC = numeric_avg_deserialize, PARALLEL = RESTRICTED);
        CREATE AGGREGATE disc(double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal,
            FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
        CREATE AGGREGATE mode_of(ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = mode_final, FINALFUNC_EXTRA);
        CREATE AGGREGATE my_rank(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal,
            FINALFUNC = rank_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = READ_WRITE, HYPOTHETICAL);
        COMMENT ON AGGREGATE total(integer) IS 'A total';
        """;

    public const string Views = """
        CREATE TABLE calls (id integer PRIMARY KEY, caller text, amount numeric(10,2), at timestamptz);
        CREATE SCHEMA billing;
        CREATE VIEW big_calls WITH (security_barrier) AS SELECT id, caller AS "Who", amount FROM calls WHERE amount > 100
            AND at > timestamptz '2026-01-01 00:00+00' AND caller IN ('a;', 'b''s') WITH LOCAL CHECK OPTION;
        CREATE VIEW billing.totals (who, total) AS SELECT c.caller, sum(c.amount) FROM calls c GROUP BY c.caller ORDER BY 2 DESC;
        CREATE VIEW one (a) AS VALUES (1), (2);
        CREATE VIEW nested AS WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT t.n, b."Who" FROM t LEFT JOIN big_calls b ON b.id = t.n;
        ALTER VIEW big_calls ALTER COLUMN amount SET DEFAULT 101.5;
        COMMENT ON VIEW big_calls IS 'Big ones';
        COMMENT ON COLUMN big_calls."Who" IS 'The caller';
        CREATE MATERIALIZED VIEW counts WITH (fillfactor = 70, autovacuum_enabled = false) AS SELECT caller, count(*) AS n FROM calls GROUP BY caller;
        CREATE UNIQUE INDEX counts_caller ON counts (caller) WHERE n > 0;
        CREATE INDEX counts_n ON counts (n DESC, lower(caller));
        ALTER MATERIALIZED VIEW counts CLUSTER ON counts_n;
        ALTER MATERIALIZED VIEW counts ALTER COLUMN caller SET STORAGE external;
        ALTER MATERIALIZED VIEW counts ALTER COLUMN n SET STATISTICS 500;
        COMMENT ON MATERIALIZED VIEW counts IS 'Counts';
        COMMENT ON COLUMN counts.n IS 'How many';
        COMMENT ON INDEX counts_n IS 'By number';
        CREATE MATERIALIZED VIEW billing.empty AS SELECT 1 AS x WITH NO DATA;
        """;

    public const string Triggers = """
        CREATE TABLE calls (id integer PRIMARY KEY, caller text, amount numeric(10,2));
        CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at);
        CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        CREATE TABLE log (id integer, note text);
        CREATE SCHEMA billing;
        CREATE TABLE billing.bills (id integer);
        CREATE VIEW seen AS SELECT * FROM calls;
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER touched BEFORE INSERT OR UPDATE OF caller, amount ON calls FOR EACH ROW
            WHEN (NEW.amount > 0 AND (NEW.caller IS NULL OR NEW.caller <> 'x''y')) EXECUTE FUNCTION touch('a', 'b c');
        CREATE TRIGGER "Moved rows" AFTER UPDATE ON calls REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION touch();
        CREATE CONSTRAINT TRIGGER late AFTER INSERT ON calls FROM log DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch();
        CREATE TRIGGER instead INSTEAD OF INSERT ON seen FOR EACH ROW EXECUTE FUNCTION touch();
        CREATE TRIGGER all_events AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION touch();
        CREATE TRIGGER off AFTER TRUNCATE ON billing.bills EXECUTE FUNCTION touch();
        ALTER TABLE billing.bills DISABLE TRIGGER off;
        ALTER TABLE calls ENABLE ALWAYS TRIGGER "Moved rows";
        ALTER TABLE calls ENABLE REPLICA TRIGGER late;
        COMMENT ON TRIGGER touched ON calls IS 'Touches';
        CREATE RULE quiet AS ON DELETE TO calls WHERE OLD.amount > 10 DO INSTEAD NOTHING;
        CREATE RULE logged AS ON INSERT TO calls DO ALSO (INSERT INTO log VALUES (NEW.id, 'in;'); UPDATE log SET note = 'x' WHERE id = NEW.id);
        CREATE RULE shown AS ON UPDATE TO seen DO INSTEAD UPDATE calls SET caller = NEW.caller WHERE id = OLD.id RETURNING *;
        ALTER TABLE calls DISABLE RULE quiet;
        COMMENT ON RULE quiet ON calls IS 'Kept';
        """;

    public const string Types = """
        CREATE SCHEMA billing;
        CREATE COLLATION billing.german (provider = icu, locale = 'de');
        CREATE DOMAIN positive AS numeric(10,2) DEFAULT 1 NOT NULL CONSTRAINT positive_check CHECK (VALUE > 0) CONSTRAINT small CHECK (VALUE < 100);
        ALTER DOMAIN positive ADD CONSTRAINT late CHECK (VALUE <> 13) NOT VALID;
        CREATE DOMAIN billing.name AS varchar(20) COLLATE billing.german DEFAULT 'it''s';
        CREATE DOMAIN many AS positive[] CHECK (cardinality(VALUE) > 0);
        COMMENT ON DOMAIN positive IS 'More than nothing';
        COMMENT ON CONSTRAINT small ON DOMAIN positive IS 'Not too much';
        CREATE TYPE billing.address AS (street text COLLATE "C", "Zip code" varchar(10), amount positive, gone integer);
        ALTER TYPE billing.address DROP ATTRIBUTE gone;
        COMMENT ON TYPE billing.address IS 'Where';
        COMMENT ON COLUMN billing.address.street IS 'And number';
        CREATE TYPE nothing AS ();
        CREATE TABLE bills (id bigserial, address billing.address, amount positive, old serial);
        CREATE SEQUENCE numbers OWNED BY bills.amount;
        """;

    public const string Others = """
        CREATE SCHEMA billing;
        CREATE TABLE calls (id integer PRIMARY KEY, caller text, amount numeric(10,2));
        CREATE TABLE billing."Bills" (id integer PRIMARY KEY, total integer);
        CREATE COLLATION billing.german (provider = icu, locale = 'de-u-co-phonebk', deterministic = false);
        CREATE COLLATION plain (provider = libc, locale = 'C');
        COMMENT ON COLLATION plain IS 'Bytes';
        CREATE FUNCTION distance(a text, b text) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'SELECT 1.0::float8';
        CREATE TYPE period AS RANGE (SUBTYPE = date);
        CREATE TYPE billing.textrange AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "C", SUBTYPE_DIFF = distance,
            MULTIRANGE_TYPE_NAME = billing.texts);
        COMMENT ON TYPE period IS 'Days';
        CREATE STATISTICS some_stats (ndistinct, mcv) ON caller, amount FROM calls;
        CREATE STATISTICS billing.more_stats ON (total * 2), id FROM billing."Bills";
        ALTER STATISTICS some_stats SET STATISTICS 200;
        COMMENT ON STATISTICS some_stats IS 'Both';
        CREATE FUNCTION on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
        CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION on_ddl();
        ALTER EVENT TRIGGER watch DISABLE;
        COMMENT ON EVENT TRIGGER watch IS 'Watches';
        CREATE PUBLICATION everything FOR ALL TABLES WITH (publish_via_partition_root = true);
        CREATE PUBLICATION a_few FOR TABLE billing."Bills", ONLY calls WITH (publish = 'insert, delete');
        CREATE PUBLICATION empty;
        COMMENT ON PUBLICATION a_few IS 'A few';
        CREATE FOREIGN DATA WRAPPER dummy OPTIONS (debug 'true', "a" '1');
        CREATE FOREIGN DATA WRAPPER checked VALIDATOR postgresql_fdw_validator;
        CREATE SERVER far TYPE 'pg' VERSION '15' FOREIGN DATA WRAPPER dummy OPTIONS (host 'h''s', port '5433');
        COMMENT ON FOREIGN DATA WRAPPER dummy IS 'Not real';
        COMMENT ON SERVER far IS 'Far away';
        CREATE FOREIGN TABLE billing.remote (
            id integer OPTIONS (column_name 'ID') NOT NULL,
            name text COLLATE "C" DEFAULT 'x',
            twice integer GENERATED ALWAYS AS (id * 2) STORED,
            CONSTRAINT positive CHECK (id > 0)
        ) SERVER far OPTIONS (schema_name 's', table_name 't');
        COMMENT ON FOREIGN TABLE billing.remote IS 'Remote';
        COMMENT ON COLUMN billing.remote.name IS 'Its name';
        COMMENT ON CONSTRAINT positive ON billing.remote IS 'Above';
        CREATE FOREIGN TABLE far_calls (note text) INHERITS (calls) SERVER far;
        CREATE TABLE parts (id integer, region text) PARTITION BY LIST (region);
        CREATE FOREIGN TABLE parts_eu PARTITION OF parts (id NOT NULL DEFAULT 7) FOR VALUES IN ('eu') SERVER far OPTIONS (table_name 'x');
        ALTER FOREIGN TABLE parts_eu ALTER COLUMN id OPTIONS (ADD column_name 'nr');
        """;

    /// <summary>Publications of version 15.</summary>
    public const string Publications = """
        CREATE SCHEMA billing;
        CREATE TABLE calls (id integer PRIMARY KEY, "Caller" text, amount numeric(10,2));
        CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at);
        CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        CREATE PUBLICATION a_few FOR TABLE events, calls (id, "Caller") WHERE (id > 10);
        CREATE PUBLICATION many FOR TABLE calls WHERE (id > 1), TABLES IN SCHEMA billing, public WITH (publish = 'insert');
        """;

    public const string Tables = """
        CREATE SCHEMA billing;
        CREATE TABLE base (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text DEFAULT 'a', note text NOT NULL, CONSTRAINT named CHECK (name <> ''));
        CREATE TABLE billing.other (size integer);
        COMMENT ON COLUMN base.name IS 'Name';
        CREATE TABLE child (extra integer, CONSTRAINT own CHECK (extra > 0)) INHERITS (base, billing.other);
        ALTER TABLE child ALTER COLUMN name SET DEFAULT 'b';
        CREATE TABLE grandchild (name text) INHERITS (child);
        ALTER TABLE base ALTER COLUMN note SET STORAGE external, ALTER COLUMN name SET COMPRESSION pglz;
        CREATE TABLE marked (id integer PRIMARY KEY, code text NOT NULL CONSTRAINT "Code" UNIQUE);
        CREATE INDEX marked_code ON marked (code);
        ALTER TABLE marked REPLICA IDENTITY USING INDEX "Code";
        ALTER TABLE marked CLUSTER ON marked_code;
        ALTER TABLE billing.other REPLICA IDENTITY FULL;
        ALTER TABLE child REPLICA IDENTITY NOTHING;
        """;

    public const string Grants = """
        CREATE SCHEMA billing;
        CREATE TABLE calls (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, caller text, amount numeric(10,2));
        CREATE VIEW seen AS SELECT * FROM calls;
        CREATE SEQUENCE numbers;
        CREATE TYPE status AS ENUM ('a');
        CREATE DOMAIN positive AS integer;
        CREATE FUNCTION twice(n integer, text) RETURNS integer LANGUAGE sql AS 'SELECT n';
        CREATE FUNCTION plain() RETURNS integer LANGUAGE sql AS 'SELECT 1';
        CREATE PROCEDURE work() LANGUAGE sql AS '';
        GRANT SELECT, INSERT ON calls TO hm_reader WITH GRANT OPTION;
        GRANT UPDATE (caller, amount), SELECT (id) ON calls TO hm_writer;
        GRANT ALL ON seen TO PUBLIC;
        GRANT USAGE ON SEQUENCE numbers TO "hm Odd";
        GRANT USAGE ON SCHEMA billing TO hm_reader;
        GRANT CREATE ON SCHEMA public TO hm_writer;
        REVOKE USAGE ON SCHEMA public FROM PUBLIC;
        REVOKE ALL ON TYPE status FROM PUBLIC;
        GRANT USAGE ON TYPE positive TO hm_reader;
        REVOKE EXECUTE ON FUNCTION twice(integer, text) FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION twice(integer, text) TO hm_reader;
        GRANT EXECUTE ON PROCEDURE work() TO hm_writer;
        ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO hm_reader;
        ALTER DEFAULT PRIVILEGES IN SCHEMA billing GRANT USAGE ON SEQUENCES TO hm_writer WITH GRANT OPTION;
        ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
        ALTER DEFAULT PRIVILEGES FOR ROLE hm_writer GRANT ALL ON TYPES TO hm_reader;
        """;
}
