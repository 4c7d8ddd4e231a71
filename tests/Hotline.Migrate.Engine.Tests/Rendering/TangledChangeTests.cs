using Hotline.Migrate.Diffing;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Changes of what much stands on: each of them takes many objects along.</summary>
public sealed class TangledChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["table renamed that everything names"] = new(
            $"""
            {Roles}
            CREATE TABLE people (id integer PRIMARY KEY, name text, boss integer REFERENCES people);
            CREATE TABLE calls (id integer PRIMARY KEY, person integer REFERENCES people, note text);
            CREATE FUNCTION names() RETURNS SETOF people LANGUAGE sql AS 'SELECT * FROM people';
            CREATE FUNCTION count_of() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM people; END;
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE VIEW bosses AS SELECT p.id, p.name FROM people p WHERE p.id IN (SELECT boss FROM people);
            CREATE MATERIALIZED VIEW busy AS SELECT people.name, count(*) AS n FROM people JOIN calls ON calls.person = people.id GROUP BY people.name;
            CREATE UNIQUE INDEX busy_name ON busy (name);
            CREATE TRIGGER touched BEFORE UPDATE ON people FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION touch();
            CREATE RULE no_delete AS ON DELETE TO people WHERE old.id = 1 DO INSTEAD NOTHING;
            ALTER TABLE people ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON people USING (EXISTS (SELECT 1 FROM calls WHERE calls.person = people.id));
            CREATE POLICY theirs ON calls USING (EXISTS (SELECT 1 FROM people p WHERE p.id = person));
            CREATE STATISTICS people_stats ON id, name FROM people;
            CREATE PUBLICATION news FOR TABLE people, calls;
            GRANT SELECT ON people, bosses TO reader;
            GRANT UPDATE (name) ON people TO reader;
            COMMENT ON TABLE people IS 'P';
            COMMENT ON POLICY own ON people IS 'O';
            COMMENT ON TRIGGER touched ON people IS 'T';
            """,
            $"""
            {Roles}
            CREATE TABLE users (id integer CONSTRAINT people_pkey PRIMARY KEY, name text, boss integer CONSTRAINT people_boss_fkey REFERENCES users);
            CREATE TABLE calls (id integer PRIMARY KEY, person integer REFERENCES users, note text);
            CREATE FUNCTION names() RETURNS SETOF users LANGUAGE sql AS 'SELECT * FROM users';
            CREATE FUNCTION count_of() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM users; END;
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE VIEW bosses AS SELECT p.id, p.name FROM users p WHERE p.id IN (SELECT boss FROM users);
            CREATE MATERIALIZED VIEW busy AS SELECT users.name, count(*) AS n FROM users JOIN calls ON calls.person = users.id GROUP BY users.name;
            CREATE UNIQUE INDEX busy_name ON busy (name);
            CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION touch();
            CREATE RULE no_delete AS ON DELETE TO users WHERE old.id = 1 DO INSTEAD NOTHING;
            ALTER TABLE users ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON users USING (EXISTS (SELECT 1 FROM calls WHERE calls.person = users.id));
            CREATE POLICY theirs ON calls USING (EXISTS (SELECT 1 FROM users p WHERE p.id = person));
            CREATE STATISTICS people_stats ON id, name FROM users;
            CREATE PUBLICATION news FOR TABLE users, calls;
            GRANT SELECT ON users, bosses TO reader;
            GRANT UPDATE (name) ON users TO reader;
            COMMENT ON TABLE users IS 'P';
            COMMENT ON POLICY own ON users IS 'O';
            COMMENT ON TRIGGER touched ON users IS 'T';
            """)
        {
            Answers = DiffAnswers.Parse(["people=users"], []),
            Rows = "INSERT INTO people VALUES (1, 'a', NULL), (2, 'b', 1); INSERT INTO calls VALUES (1, 2, 'x');",
            Survives = "SELECT * FROM calls",
        },
        ["type of a column under four levels"] = new(
            Levels("integer"),
            Levels("numeric(20,2)"))
        {
            Rows = "INSERT INTO t VALUES (1, 5), (2, NULL); REFRESH MATERIALIZED VIEW c;",
            Survives = "SELECT id, amount::integer FROM t",
        },
        ["label goes that everything uses"] = new(
            Moods("'ok', 'sad', 'glad'"),
            Moods("'glad', 'ok'"))
        {
            Rows = "INSERT INTO t (id) VALUES (1), (2); UPDATE t SET mood = 'glad', moods = '{glad,ok}', kind = 'glad' WHERE id = 2;",
            Survives = "SELECT * FROM t",
        },
        ["signature changes of a function that everything calls"] = new(
            Calls("grade(n integer)"),
            Calls("grade(n integer, more integer DEFAULT 0)"))
        {
            Rows = "INSERT INTO t (id) VALUES (1), (2);",
            Survives = "SELECT * FROM t",
        },
        ["argument's type changes of a function that everything calls"] = new(
            Calls("grade(n integer)"),
            Calls("grade(n numeric)"))
        {
            Rows = "INSERT INTO t (id) VALUES (1), (2);",
            Survives = "SELECT * FROM t",
        },
        ["tables move to another schema with all that stands on them"] = new(
            Moved("public", "old"),
            Moved("old", "public"))
        {
            Answers = DiffAnswers.Parse(["people=old.people", "old.calls=calls"], []),
            Rows = "INSERT INTO people (name) VALUES ('a'); INSERT INTO old.calls (person) VALUES (1);",
        },
        ["schema goes with everything in it"] = new(
            $"""
            {Roles}
            CREATE SCHEMA old;
            CREATE TYPE old.mood AS ENUM ('ok');
            CREATE DOMAIN old.level AS integer CHECK (VALUE > 0);
            CREATE TYPE old.pair AS (a old.level, m old.mood);
            CREATE SEQUENCE old.numbers;
            CREATE FUNCTION old.next() RETURNS bigint LANGUAGE sql AS $$ SELECT nextval('old.numbers') $$;
            CREATE TABLE old.a (id bigint DEFAULT old.next() PRIMARY KEY, mood old.mood, pairs old.pair[], b bigint);
            CREATE TABLE old.b (id bigserial PRIMARY KEY, a bigint REFERENCES old.a, level old.level);
            ALTER TABLE old.a ADD CONSTRAINT a_b FOREIGN KEY (b) REFERENCES old.b;
            CREATE TABLE kept (id integer PRIMARY KEY, a bigint REFERENCES old.a, level old.level DEFAULT 1);
            CREATE VIEW old.v AS SELECT * FROM old.a;
            CREATE VIEW outside AS SELECT v.id FROM old.v JOIN kept ON kept.a = v.id;
            CREATE MATERIALIZED VIEW old.m AS SELECT id FROM outside;
            CREATE INDEX m_id ON old.m (id);
            CREATE FUNCTION old.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER touched BEFORE UPDATE ON kept FOR EACH ROW EXECUTE FUNCTION old.touch();
            ALTER TABLE old.a ENABLE ROW LEVEL SECURITY;
            CREATE POLICY p ON old.a USING (id IN (SELECT a FROM kept));
            GRANT USAGE ON SCHEMA old TO reader;
            GRANT SELECT ON ALL TABLES IN SCHEMA old TO reader;
            ALTER DEFAULT PRIVILEGES IN SCHEMA old GRANT SELECT ON TABLES TO reader;
            """,
            "CREATE TABLE kept (id integer PRIMARY KEY, level integer DEFAULT 1); CREATE VIEW outside AS SELECT id FROM kept;")
        {
            Answers = DiffAnswers.Parse([], ["old.a", "old.b", "kept.a"]),
            Rows = "INSERT INTO old.a (mood) VALUES ('ok'); INSERT INTO kept VALUES (1, 1, 4);",
            Survives = "SELECT id, level FROM kept",
        },
        ["keys grow over five tables"] = new(Keys("integer"), Keys("bigint"))
        {
            Rows = """
                INSERT INTO a DEFAULT VALUES;
                INSERT INTO b (a) VALUES (1);
                INSERT INTO c VALUES (1, 1);
                INSERT INTO d VALUES (1, 1, 1);
                INSERT INTO e VALUES (1, 1, 1, '2020-02-01');
                """,
            Survives = "SELECT a.id, b.id, c.b, d.*, e.* FROM a, b, c, d, e",
        },
        ["unique becomes the primary key under a foreign key"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY, code text NOT NULL UNIQUE);
            CREATE TABLE b (id integer PRIMARY KEY, code text REFERENCES a (code), a integer REFERENCES a);
            CREATE VIEW v AS SELECT a.code, count(*) AS n FROM a JOIN b USING (code) GROUP BY a.code;
            """,
            """
            CREATE TABLE a (id integer UNIQUE, code text PRIMARY KEY);
            CREATE TABLE b (id integer PRIMARY KEY, code text REFERENCES a (code), a integer REFERENCES a (id));
            CREATE VIEW v AS SELECT a.code, count(*) AS n FROM a JOIN b USING (code) GROUP BY a.code;
            """)
        {
            Rows = "INSERT INTO a VALUES (1, 'x'); INSERT INTO b VALUES (1, 'x', 1);",
            Survives = "SELECT * FROM b",
        },
        ["triggers, policies and functions over partitions"] = new(
            Partitions("integer", "2020-01-01"),
            Partitions("bigint", "2021-01-01"))
        {
            Rows = "INSERT INTO events (id, at, note) VALUES (1, '2021-05-01', 'x');",
            Survives = "SELECT * FROM events",
        },
        ["child overrides a column of its parent"] = new(
            """
            CREATE TABLE parent (id integer, state text DEFAULT 'new', note text);
            CREATE TABLE child (extra integer) INHERITS (parent);
            CREATE TABLE grandchild () INHERITS (child);
            ALTER TABLE grandchild ALTER state SET DEFAULT 'grand';
            """,
            """
            CREATE TABLE parent (id integer, state text DEFAULT 'fresh', note text);
            CREATE TABLE child (extra integer) INHERITS (parent);
            ALTER TABLE child ALTER state SET DEFAULT 'child';
            ALTER TABLE child ALTER note SET NOT NULL;
            COMMENT ON COLUMN child.note IS 'C';
            CREATE TABLE grandchild () INHERITS (child);
            ALTER TABLE grandchild ALTER state DROP DEFAULT;
            """)
        {
            Rows = "INSERT INTO parent VALUES (1); INSERT INTO child (id, note) VALUES (2, 'c'); INSERT INTO grandchild (id, note) VALUES (3, 'g');",
            Survives = "SELECT * FROM parent",
        },
        ["child keeps its default while that of its parent and the type change"] = new(
            """
            CREATE TABLE parent (id integer DEFAULT 1, state text DEFAULT 'new', note integer DEFAULT 5);
            CREATE TABLE child () INHERITS (parent);
            CREATE TABLE grandchild () INHERITS (child);
            ALTER TABLE child ALTER state SET DEFAULT 'child', ALTER id SET DEFAULT 2, ALTER note DROP DEFAULT;
            """,
            """
            CREATE TABLE parent (id bigint DEFAULT 1, state text DEFAULT 'fresh', note integer DEFAULT 6);
            CREATE TABLE child () INHERITS (parent);
            CREATE TABLE grandchild () INHERITS (child);
            ALTER TABLE child ALTER state SET DEFAULT 'child', ALTER id SET DEFAULT 2, ALTER note DROP DEFAULT;
            """)
        {
            Rows = "INSERT INTO parent DEFAULT VALUES; INSERT INTO child DEFAULT VALUES;",
            Survives = "SELECT * FROM parent",
        },
        ["new tables of a circle with views and triggers"] = new(
            "CREATE TABLE t (id integer PRIMARY KEY);",
            """
            CREATE TABLE t (id integer PRIMARY KEY, a integer);
            CREATE TABLE a (id integer PRIMARY KEY, b integer);
            CREATE TABLE b (id integer PRIMARY KEY, c integer);
            CREATE TABLE c (id integer PRIMARY KEY, a integer NOT NULL REFERENCES a DEFERRABLE INITIALLY DEFERRED, t integer REFERENCES t);
            ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;
            ALTER TABLE b ADD FOREIGN KEY (c) REFERENCES c ON DELETE SET NULL;
            ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES a;
            CREATE VIEW v AS SELECT a.id FROM a JOIN b ON a.b = b.id JOIN c ON b.c = c.id JOIN t ON t.a = a.id;
            """)
        {
            Rows = "INSERT INTO t VALUES (1);",
            Survives = "SELECT id FROM t",
        },
        ["column changes to the domain under its domain, which changes too"] = new(
            "CREATE DOMAIN level AS integer; CREATE DOMAIN score AS level; CREATE TABLE t (id integer PRIMARY KEY, s score);",
            "CREATE DOMAIN level AS integer DEFAULT 3; COMMENT ON DOMAIN level IS 'L'; CREATE TABLE t (id integer PRIMARY KEY, s level);")
        {
            Rows = "INSERT INTO t VALUES (1, 2);",
            Survives = "SELECT * FROM t",
        },
        ["fields that change places and types keep their values"] = new(
            "CREATE TYPE pair AS (b text, a text, n integer); CREATE TABLE t (id integer PRIMARY KEY, p pair);",
            "CREATE TYPE pair AS (a text, b text, n bigint); CREATE TABLE t (id integer PRIMARY KEY, p pair);")
        {
            Rows = "INSERT INTO t VALUES (1, '(B,A,1)'), (2, NULL);",
            Survives = "SELECT id, (p).a, (p).b, (p).n FROM t",
            After = "SELECT (p).a || (p).b FROM t WHERE id = 1",
            Gives = "AB",
        },
        ["column becomes generated from what a function makes, under a view"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer);
            CREATE VIEW v AS SELECT id, b FROM t;
            CREATE INDEX t_b ON t (b);
            COMMENT ON VIEW v IS 'V';
            """,
            """
            CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
            CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer GENERATED ALWAYS AS (twice(a)) STORED);
            CREATE VIEW v AS SELECT id, b FROM t;
            CREATE INDEX t_b ON t (b);
            COMMENT ON VIEW v IS 'V';
            """)
        {
            // Before that a column stays bound to the functions of the expression that it had.
            MinimumMajor = 15,
            Rows = "INSERT INTO t VALUES (1, 2, 4);",
            Survives = "SELECT id, a FROM t",
        },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    private static string Roles => RandomObjects.Roles;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);

    private static string Levels(string type) => $"""
        {Roles}
        CREATE SCHEMA s;
        CREATE TABLE t (id integer PRIMARY KEY, amount {type});
        CREATE VIEW a AS SELECT id, amount, amount + 1 AS more FROM t;
        CREATE VIEW s.b AS SELECT id, sum(more) OVER (ORDER BY id) AS total FROM a;
        CREATE MATERIALIZED VIEW c AS SELECT id, total FROM s.b WITH NO DATA;
        CREATE VIEW d WITH (security_barrier) AS SELECT c.total FROM c JOIN a USING (id);
        CREATE UNIQUE INDEX c_id ON c (id);
        CREATE INDEX c_total ON c (total DESC) WHERE total > 0;
        CREATE FUNCTION all_d() RETURNS SETOF d LANGUAGE sql AS 'SELECT * FROM d';
        CREATE FUNCTION largest() RETURNS numeric LANGUAGE sql BEGIN ATOMIC SELECT max(total) FROM d; END;
        GRANT SELECT ON a, c, d TO reader;
        GRANT SELECT (total) ON s.b TO reader;
        REVOKE ALL ON FUNCTION largest() FROM PUBLIC;
        COMMENT ON VIEW a IS 'A';
        COMMENT ON COLUMN s.b.total IS 'B';
        COMMENT ON INDEX c_total IS 'C';
        COMMENT ON FUNCTION all_d() IS 'D';
        """;

    private static string Moods(string labels) => $$"""
        {{Roles}}
        CREATE TYPE mood AS ENUM ({{labels}});
        CREATE DOMAIN kind AS mood DEFAULT 'ok' CHECK (VALUE <> 'ok' OR VALUE IS NOT NULL);
        CREATE TYPE pair AS (m mood, n integer);
        CREATE FUNCTION text_of(mood) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''m''';
        CREATE TABLE t (id integer PRIMARY KEY, mood mood DEFAULT 'ok' CHECK (mood IN ('ok', 'glad')), moods mood[] DEFAULT '{ok}', kind kind, pair pair,
            text text GENERATED ALWAYS AS (text_of('ok'::mood)) STORED);
        CREATE TABLE parts (m mood, n integer) PARTITION BY RANGE (n);
        CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (10);
        CREATE INDEX t_mood ON t (mood) WHERE mood = 'ok';
        CREATE INDEX t_text ON t (text_of(mood));
        CREATE VIEW v AS SELECT id, mood, text_of(mood) AS text FROM t WHERE mood <> 'glad';
        CREATE VIEW w AS SELECT unnest(moods) AS mood FROM t UNION SELECT mood FROM v;
        CREATE MATERIALIZED VIEW m AS SELECT mood, count(*) AS n FROM w GROUP BY mood;
        CREATE INDEX m_mood ON m (mood);
        ALTER TABLE t ENABLE ROW LEVEL SECURITY;
        CREATE POLICY p ON t USING (mood = 'ok' OR moods @> '{ok}');
        GRANT SELECT ON v TO reader;
        GRANT USAGE ON TYPE mood TO reader;
        COMMENT ON COLUMN w.mood IS 'W';
        """;

    private static string Calls(string grade) => $"""
        {Roles}
        CREATE FUNCTION {grade} RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 7';
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE DOMAIN score AS integer DEFAULT grade(1) CHECK (grade(VALUE) > 0);
        CREATE TABLE t (id integer PRIMARY KEY CHECK (grade(id) > 0), a integer DEFAULT grade(2), b integer GENERATED ALWAYS AS (grade(id)) STORED, s score);
        CREATE INDEX t_grade ON t (grade(id)) WHERE grade(id) > 3;
        CREATE STATISTICS t_stats ON grade(id), id FROM t;
        CREATE VIEW v AS SELECT id, grade(id) AS r FROM t;
        CREATE VIEW w AS SELECT r FROM v WHERE grade(r) > 0;
        CREATE FUNCTION inner_grade() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum(grade(r)) FROM w; END;
        CREATE TRIGGER touched BEFORE UPDATE ON t FOR EACH ROW WHEN (grade(NEW.id) > 5) EXECUTE FUNCTION touch();
        CREATE RULE r AS ON INSERT TO w DO INSTEAD INSERT INTO t (id) VALUES (grade(1));
        ALTER TABLE t ENABLE ROW LEVEL SECURITY;
        CREATE POLICY p ON t USING (grade(id) > 0) WITH CHECK (grade(a) > 0);
        GRANT SELECT ON v TO reader;
        COMMENT ON POLICY p ON t IS 'P';
        COMMENT ON DOMAIN score IS 'S';
        COMMENT ON CONSTRAINT t_id_check ON t IS 'K';
        """;

    private static string Moved(string people, string calls) => $"""
        {Roles}
        CREATE SCHEMA old;
        CREATE TABLE {people}.people (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);
        CREATE TABLE {calls}.calls (id serial PRIMARY KEY, person integer REFERENCES {people}.people);
        CREATE INDEX by_person ON {calls}.calls (person);
        CREATE VIEW v AS SELECT p.name, c.id FROM {people}.people p JOIN {calls}.calls c ON c.person = p.id;
        CREATE FUNCTION n() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM {calls}.calls; END;
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER touched BEFORE UPDATE ON {people}.people FOR EACH ROW EXECUTE FUNCTION touch();
        ALTER TABLE {people}.people ENABLE ROW LEVEL SECURITY;
        CREATE POLICY p ON {people}.people USING (id IN (SELECT person FROM {calls}.calls));
        CREATE PUBLICATION news FOR TABLE {people}.people;
        GRANT SELECT ON {people}.people, {calls}.calls TO reader;
        COMMENT ON TABLE {calls}.calls IS 'C';
        """;

    private static string Keys(string type) => $"""
        {Roles}
        CREATE TABLE a (id {type} GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
        CREATE TABLE b (id {(type == "integer" ? "serial" : "bigserial")} PRIMARY KEY, a {type} NOT NULL REFERENCES a ON DELETE CASCADE);
        CREATE TABLE c (id integer PRIMARY KEY, b {type} REFERENCES b);
        CREATE TABLE d (a {type} REFERENCES a, b {type} REFERENCES b, n {type}, PRIMARY KEY (a, b));
        CREATE TABLE e (id {type}, a {type}, b {type}, at date, PRIMARY KEY (id, at), FOREIGN KEY (a, b) REFERENCES d (a, b)) PARTITION BY RANGE (at);
        CREATE TABLE e_1 PARTITION OF e FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
        CREATE INDEX by_a ON e (a, (b + 1));
        CREATE VIEW v AS SELECT e.id, d.n FROM e JOIN d USING (a, b);
        CREATE VIEW w AS SELECT v.id FROM v JOIN c ON c.b = v.n GROUP BY v.id;
        CREATE FUNCTION f({type}) RETURNS {type} LANGUAGE sql BEGIN ATOMIC SELECT id FROM w WHERE id = $1; END;
        GRANT SELECT ON w TO reader;
        COMMENT ON VIEW w IS 'W';
        """;

    private static string Partitions(string type, string from) => $"""
        {Roles}
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TABLE events (id {type}, at date, note text DEFAULT 'n', PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
        CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('{from}') TO ('2022-01-01') PARTITION BY HASH (at);
        CREATE TABLE events_1_0 PARTITION OF events_1 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
        CREATE TABLE events_rest PARTITION OF events DEFAULT;
        CREATE INDEX by_note ON events (note);
        CREATE TRIGGER touched AFTER INSERT ON events FOR EACH ROW WHEN (NEW.note <> '') EXECUTE FUNCTION touch();
        CREATE TRIGGER own BEFORE UPDATE ON events_1_0 FOR EACH ROW EXECUTE FUNCTION touch();
        CREATE INDEX own_index ON events_1_0 ((id + 1));
        ALTER TABLE events_rest ADD CONSTRAINT own_check CHECK (id > 0), ENABLE ROW LEVEL SECURITY;
        CREATE POLICY p ON events_rest USING (id > 0 AND note IS NOT NULL);
        CREATE VIEW v AS SELECT id, note FROM events;
        CREATE VIEW w AS SELECT id FROM events_1_0;
        GRANT SELECT ON events, events_rest TO reader;
        """;
}
