using Hotline.Migrate.Diffing;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Partitioned tables, their keys, indexes, foreign keys and partitions.</summary>
public sealed class PartitionChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["36 foreign keys of and to partitioned tables"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE p (id integer PRIMARY KEY, a_id integer) PARTITION BY RANGE (id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
            CREATE TABLE b (p_id integer);
            """,
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE p (id integer PRIMARY KEY, a_id integer CONSTRAINT f REFERENCES a) PARTITION BY RANGE (id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
            CREATE TABLE b (p_id integer CONSTRAINT g REFERENCES p);
            """)
        {
            Rows = "INSERT INTO a VALUES (1); INSERT INTO p VALUES (1, 1); INSERT INTO b VALUES (1);",
            Survives = "SELECT * FROM p",
        },
        ["table that is partitioned by expressions comes"] = new(
            "",
            """
            CREATE TABLE p (a integer, "b + 0" integer, c text) PARTITION BY RANGE ((a + 0), "b + 0", (c COLLATE "C"), lower(c));
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0, 0, 'a', 'a') TO (10, 10, 'b', 'b') PARTITION BY LIST ((a IS NULL));
            """),
        ["38 foreign key switches to a partitioned table with a new unique index"] = new(
            """
            CREATE TABLE old (id integer PRIMARY KEY);
            CREATE TABLE p (id integer NOT NULL) PARTITION BY RANGE (id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
            CREATE TABLE b (x integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES old);
            """,
            """
            CREATE TABLE old (id integer PRIMARY KEY);
            CREATE TABLE p (id integer NOT NULL) PARTITION BY RANGE (id);
            CREATE UNIQUE INDEX p_id ON p (id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
            CREATE TABLE b (x integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES p (id));
            """)
        {
            Rows = "INSERT INTO old VALUES (1); INSERT INTO p VALUES (1); INSERT INTO b VALUES (1);",
            Survives = "SELECT * FROM b",
        },
        ["45 partitioned table with keys, indexes and partitions comes"] = new(
            "",
            """
            CREATE TABLE p (id integer, at date, note text, PRIMARY KEY (id, at), UNIQUE (at, note, id)) PARTITION BY RANGE (at);
            CREATE INDEX p_note ON p (note) WHERE note <> '';
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') PARTITION BY HASH (id);
            CREATE TABLE p2a PARTITION OF p2 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE p2b PARTITION OF p2 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            CREATE INDEX p1_own ON p1 (id, note);
            COMMENT ON TABLE p1 IS 'P';
            """),
        ["45 primary key of each partition alone"] = new(
            """
            CREATE TABLE p (id integer NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            """,
            """
            CREATE TABLE p (id integer NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
            CREATE TABLE p1 PARTITION OF p (CONSTRAINT p1_key PRIMARY KEY (id)) FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            CREATE TABLE p2 PARTITION OF p (CONSTRAINT p2_key PRIMARY KEY (id, at)) FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
            """)
        {
            Rows = "INSERT INTO p VALUES (1, '2020-05-05');",
            Survives = "SELECT * FROM p",
        },
        ["45 partition comes with the key that the parent has"] = new(
            """
            CREATE TABLE p (id integer, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
            CREATE INDEX p_at ON p (at);
            """,
            """
            CREATE TABLE p (id integer, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
            CREATE INDEX p_at ON p (at);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            """),
        ["45 index of the parent changes"] = new(
            """
            CREATE TABLE p (id integer NOT NULL, at date NOT NULL, note text) PARTITION BY RANGE (at);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            CREATE INDEX i ON p (note);
            CREATE INDEX gone ON p (id);
            """,
            """
            CREATE TABLE p (id integer NOT NULL, at date NOT NULL, note text) PARTITION BY RANGE (at);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            CREATE INDEX i ON p (note DESC, id);
            CREATE UNIQUE INDEX come ON p (id, at);
            """)
        {
            Rows = "INSERT INTO p VALUES (1, '2020-05-05', 'x');",
            Survives = "SELECT * FROM p",
        },
        ["46 standalone table becomes a partition and keeps its rows"] = new(
            """
            CREATE TABLE p (id integer NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
            CREATE TABLE p1 (id integer NOT NULL, at date NOT NULL);
            """,
            """
            CREATE TABLE p (id integer NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            """)
        {
            Rows = "INSERT INTO p1 VALUES (1, '2020-05-05');",
            Survives = "SELECT id, at FROM p1",
        },
        ["46 partition with keys and indexes of its parent is detached"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE p (id integer, at date, a_id integer REFERENCES a, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
            CREATE INDEX p_a ON p (a_id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            """,
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE p (id integer, at date, a_id integer REFERENCES a, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
            CREATE INDEX p_a ON p (a_id);
            CREATE TABLE p1 (id integer, at date, a_id integer, PRIMARY KEY (id, at));
            CREATE INDEX p1_a_id_idx ON p1 (a_id);
            ALTER TABLE p1 ADD CONSTRAINT p_a_id_fkey FOREIGN KEY (a_id) REFERENCES a;
            """)
        {
            Rows = "INSERT INTO a VALUES (1); INSERT INTO p VALUES (1, '2020-05-05', 1);",
            Survives = "SELECT * FROM p1",
        },
        ["47 one partition goes"] = new(
            """
            CREATE TABLE p (id integer, region text) PARTITION BY LIST (region);
            CREATE TABLE eu PARTITION OF p FOR VALUES IN ('de', 'fr', NULL);
            CREATE TABLE us PARTITION OF p FOR VALUES IN ('us');
            """,
            """
            CREATE TABLE p (id integer, region text) PARTITION BY LIST (region);
            CREATE TABLE eu PARTITION OF p FOR VALUES IN ('de', 'fr', NULL);
            """)
        {
            Rows = "INSERT INTO p VALUES (1, 'de'), (2, 'us');",
            Survives = "SELECT * FROM eu",
        },
        ["47 list, default and multi-column bounds change"] = new(
            """
            CREATE TABLE p (id integer, region text) PARTITION BY LIST (region);
            CREATE TABLE eu PARTITION OF p FOR VALUES IN ('de', 'fr');
            CREATE TABLE rest PARTITION OF p DEFAULT;
            CREATE TABLE q (a integer, b integer) PARTITION BY RANGE (a, b);
            CREATE TABLE q1 PARTITION OF q FOR VALUES FROM (0, MINVALUE) TO (10, MAXVALUE);
            """,
            """
            CREATE TABLE p (id integer, region text) PARTITION BY LIST (region);
            CREATE TABLE eu PARTITION OF p FOR VALUES IN ('de', 'fr', 'it', NULL);
            CREATE TABLE rest PARTITION OF p FOR VALUES IN ('us');
            CREATE TABLE q (a integer, b integer) PARTITION BY RANGE (a, b);
            CREATE TABLE q1 PARTITION OF q FOR VALUES FROM (MINVALUE, MINVALUE) TO (20, 5);
            """)
        {
            Rows = "INSERT INTO p VALUES (1, 'de'), (2, 'us'); INSERT INTO q VALUES (3, 3);",
            Survives = "SELECT * FROM p",
        },
        ["47 two partitions exchange their bounds"] = new(
            """
            CREATE TABLE p (id integer, region text) PARTITION BY LIST (region);
            CREATE TABLE a PARTITION OF p FOR VALUES IN ('a');
            CREATE TABLE b PARTITION OF p FOR VALUES IN ('b');
            """,
            """
            CREATE TABLE p (id integer, region text) PARTITION BY LIST (region);
            CREATE TABLE a PARTITION OF p FOR VALUES IN ('b');
            CREATE TABLE b PARTITION OF p FOR VALUES IN ('a');
            """),
        ["46 partitioned table that was filled takes the place of the ordinary one"] = new(
            """
            CREATE TABLE calls (id integer PRIMARY KEY, note text);
            CREATE TABLE calls_new (id integer PRIMARY KEY, note text) PARTITION BY HASH (id);
            CREATE TABLE calls_new_1 PARTITION OF calls_new FOR VALUES WITH (MODULUS 1, REMAINDER 0);
            CREATE TABLE notes (id integer PRIMARY KEY, call integer CONSTRAINT notes_call_fkey REFERENCES calls);
            CREATE VIEW v AS SELECT calls.id, notes.id AS note FROM calls JOIN notes ON notes.call = calls.id;
            GRANT SELECT ON calls TO PUBLIC;
            """,
            """
            CREATE TABLE calls_old (id integer PRIMARY KEY, note text);
            CREATE TABLE calls (id integer PRIMARY KEY, note text) PARTITION BY HASH (id);
            CREATE TABLE calls_new_1 PARTITION OF calls FOR VALUES WITH (MODULUS 1, REMAINDER 0);
            CREATE TABLE notes (id integer PRIMARY KEY, call integer CONSTRAINT notes_call_fkey REFERENCES calls);
            CREATE VIEW v AS SELECT calls.id, notes.id AS note FROM calls JOIN notes ON notes.call = calls.id;
            GRANT SELECT ON calls TO PUBLIC;
            """)
        {
            Answers = DiffAnswers.Parse(["calls=calls_old", "calls_new=calls"], []),
            Rows = "INSERT INTO calls VALUES (1, 'x'); INSERT INTO calls_new SELECT * FROM calls; INSERT INTO notes VALUES (1, 1);",
            Survives = "SELECT * FROM notes",
            After = "SELECT string_agg(format('%s %s', id, note), ',') FROM calls",
            Gives = "1 x",
        },
        ["partitions inherit a foreign key once"] = new(
            "",
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE p (id integer, a_id integer CONSTRAINT f REFERENCES a ON DELETE CASCADE) PARTITION BY HASH (id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE p2 PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 1) PARTITION BY HASH (a_id);
            CREATE TABLE p2a PARTITION OF p2 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
            """),
        ["partitioned table goes with all its partitions"] = new(
            """
            CREATE TABLE p (id integer PRIMARY KEY, note text) PARTITION BY HASH (id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE p2 PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 1) PARTITION BY HASH (id);
            CREATE TABLE p2a PARTITION OF p2 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
            CREATE VIEW v AS SELECT note FROM p2a;
            """,
            "")
        {
            Rows = "INSERT INTO p VALUES (1, 'x'), (2, 'y'), (3, 'z');",
        },
        ["trigger, policy and grant of a partitioned table"] = new(
            """
            CREATE TABLE p (id integer, owner text) PARTITION BY HASH (id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES WITH (MODULUS 1, REMAINDER 0);
            """,
            """
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE p (id integer, owner text) PARTITION BY HASH (id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES WITH (MODULUS 1, REMAINDER 0);
            ALTER TABLE p ENABLE ROW LEVEL SECURITY;
            CREATE POLICY o ON p USING (owner = current_user);
            CREATE TRIGGER g AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
            GRANT SELECT ON p TO PUBLIC;
            """)
        {
            Rows = "INSERT INTO p VALUES (1, 'x');",
            Answers = DiffAnswers.None,
            Survives = "SELECT * FROM p",
        },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
