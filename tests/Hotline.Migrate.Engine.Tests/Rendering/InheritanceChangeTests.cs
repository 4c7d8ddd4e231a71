namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Tables that have columns from others: by inheritance, and as partitions.</summary>
public sealed class InheritanceChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["43 inherited tables come"] = new(
            "",
            """
            CREATE TABLE z (id integer NOT NULL, a text DEFAULT 'x');
            CREATE TABLE y (b integer);
            CREATE TABLE a (c integer) INHERITS (z, y);
            CREATE TABLE aa () INHERITS (a);
            """),
        ["43 a column of the parent comes, changes and goes once"] = new(
            """
            CREATE TABLE p (id integer, a integer, gone text);
            CREATE TABLE c (own integer) INHERITS (p);
            CREATE TABLE cc () INHERITS (c);
            """,
            """
            CREATE TABLE p (id bigint, a integer DEFAULT 4, come text NOT NULL DEFAULT 'x');
            CREATE TABLE c (own bigint) INHERITS (p);
            CREATE TABLE cc () INHERITS (c);
            """)
        {
            Rows = """
            INSERT INTO p VALUES (1, 2, 'x');
            INSERT INTO c VALUES (1, 2, 'x', 3);
            INSERT INTO cc VALUES (1, 2, 'x', 3);
            """,
            Answers = Hotline.Migrate.Diffing.DiffAnswers.Parse([], ["p.gone"]),
            Survives = "SELECT id, a FROM p",
        },
        ["43 the parent's column goes while the child keeps it"] = new(
            """
            CREATE TABLE p (id integer, a integer);
            CREATE TABLE c (b integer) INHERITS (p);
            """,
            """
            CREATE TABLE p (id integer);
            CREATE TABLE c (a integer, b integer) INHERITS (p);
            """)
        {
            Rows = """
            INSERT INTO c VALUES (1, 2, 3);
            """,
            Survives = "SELECT id, a, b FROM c",
        },
        ["43 a table inherits no more"] = new(
            """
            CREATE TABLE p (id integer, a integer);
            CREATE TABLE c (b integer) INHERITS (p);
            """,
            """
            CREATE TABLE p (id integer, a integer);
            CREATE TABLE c (id integer, a integer, b integer);
            """)
        {
            Rows = """
            INSERT INTO c VALUES (1, 2, 3);
            """,
            Survives = "SELECT id, a, b FROM c",
        },
        ["45 columns of a partitioned table with a partition that has its own default"] = new(
            """
            CREATE TABLE p (id integer NOT NULL, at date NOT NULL, gone text) PARTITION BY RANGE (at);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            CREATE TABLE p2 PARTITION OF p DEFAULT;
            """,
            """
            CREATE TABLE p (id bigint NOT NULL, at date NOT NULL, come integer NOT NULL DEFAULT 3) PARTITION BY RANGE (at);
            CREATE TABLE p1 PARTITION OF p (come DEFAULT 4) FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            CREATE TABLE p2 PARTITION OF p DEFAULT;
            """)
        {
            Rows = """
            INSERT INTO p VALUES (1, '2020-05-05', 'x'), (2, '2022-05-05', 'y');
            """,
            Answers = Hotline.Migrate.Diffing.DiffAnswers.Parse([], ["p.gone"]),
            Survives = "SELECT id, at FROM p",
        },
        ["46 a partition is detached and keeps its rows"] = new(
            """
            CREATE TABLE p (id integer NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            """,
            """
            CREATE TABLE p (id integer NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
            CREATE TABLE p1 (id integer NOT NULL, at date NOT NULL);
            """)
        {
            Rows = """
            INSERT INTO p VALUES (1, '2020-05-05');
            """,
            Survives = "SELECT id, at FROM p1",
        },
        ["47 the bounds of a partition change"] = new(
            """
            CREATE TABLE p (id integer NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            """,
            """
            CREATE TABLE p (id integer NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2022-01-01');
            CREATE TABLE p2 PARTITION OF p DEFAULT;
            """)
        {
            Rows = """
            INSERT INTO p VALUES (1, '2020-05-05');
            """,
            Survives = "SELECT id, at FROM p",
        },
        ["46 a partition with keys, indexes and conditions is detached and keeps them"] = new(
            """
            CREATE TABLE r (id integer PRIMARY KEY);
            CREATE TABLE p (id integer, at date, r integer CONSTRAINT f REFERENCES r, CONSTRAINT k CHECK (id > 0), PRIMARY KEY (id, at), UNIQUE (r, at)) PARTITION BY RANGE (at);
            CREATE INDEX p_i ON p (r, id DESC);
            CREATE INDEX p_l ON p (abs(r));
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            CREATE TABLE p2 PARTITION OF p DEFAULT;
            """,
            """
            CREATE TABLE r (id integer PRIMARY KEY);
            CREATE TABLE p (id integer, at date, r integer CONSTRAINT f REFERENCES r, CONSTRAINT k CHECK (id > 0), PRIMARY KEY (id, at), UNIQUE (r, at)) PARTITION BY RANGE (at);
            CREATE INDEX p_i ON p (r, id DESC);
            CREATE INDEX p_l ON p (abs(r));
            CREATE TABLE p1 (id integer, at date, r integer CONSTRAINT f REFERENCES r, CONSTRAINT k CHECK (id > 0), PRIMARY KEY (id, at), UNIQUE (r, at));
            CREATE INDEX ON p1 (r, id DESC);
            CREATE INDEX ON p1 (abs(r));
            CREATE TABLE p2 (id integer, at date, r integer, CONSTRAINT p2_pk PRIMARY KEY (id, at));
            """)
        {
            Rows = """
            INSERT INTO r VALUES (1);
            INSERT INTO p VALUES (1, '2020-05-05', 1), (2, '2022-05-05', 1);
            """,
            Survives = "SELECT * FROM p1 UNION ALL SELECT * FROM p2",
        },
        ["47 the bounds of a partition with keys change, beside a default"] = new(
            """
            CREATE TABLE p (id integer, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
            CREATE INDEX ON p (at);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            CREATE TABLE p2 PARTITION OF p DEFAULT;
            """,
            """
            CREATE TABLE p (id integer, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
            CREATE INDEX ON p (at);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2022-01-01');
            CREATE TABLE p2 PARTITION OF p DEFAULT;
            """)
        {
            Rows = """
            INSERT INTO p VALUES (1, '2020-05-05'), (2, '2022-05-05');
            """,
            Survives = "SELECT * FROM p",
        },
        ["43 existing tables begin to inherit"] = new(
            """
            CREATE TABLE p (id integer NOT NULL, a text DEFAULT 'x', CONSTRAINT k CHECK (id > 0));
            CREATE TABLE c (id integer NOT NULL, a text DEFAULT 'x', b integer);
            CREATE TABLE d (b integer);
            """,
            """
            CREATE TABLE p (id integer NOT NULL, a text DEFAULT 'x', CONSTRAINT k CHECK (id > 0));
            CREATE TABLE c (b integer) INHERITS (p);
            CREATE TABLE d (b integer);
            """)
        {
            Rows = """
            INSERT INTO c VALUES (1, 'y', 2);
            """,
            Survives = "SELECT id, a, b FROM c",
        },
        ["a condition stops being inherited, and a child has one of that name"] = new(
            """
            CREATE TABLE p (id integer, CONSTRAINT k CHECK (id > 0));
            CREATE TABLE c () INHERITS (p);
            """,
            """
            CREATE TABLE p (id integer, CONSTRAINT k CHECK (id > 0) NO INHERIT);
            CREATE TABLE c (CONSTRAINT k CHECK (id > 1)) INHERITS (p);
            """)
        {
            Rows = "INSERT INTO p VALUES (1); INSERT INTO c VALUES (2);",
            Survives = "SELECT * FROM p",
        },
        ["children say otherwise than the parent"] = new(
            """
            CREATE TABLE p (id integer, a integer DEFAULT 1, b text);
            CREATE TABLE c (x integer) INHERITS (p);
            CREATE TABLE d () INHERITS (c);
            """,
            """
            CREATE TABLE p (id integer, a integer DEFAULT 2, b text, CONSTRAINT pc CHECK (a > 0) NO INHERIT, CONSTRAINT pd CHECK (a < 1000));
            CREATE TABLE c (x integer, a integer DEFAULT 5, b text DEFAULT 'q') INHERITS (p);
            CREATE TABLE d () INHERITS (c);
            ALTER TABLE d ALTER b SET DEFAULT 'z';
            """)
        {
            Rows = "INSERT INTO p VALUES (1, 1, 'x'); INSERT INTO c VALUES (1, 1, 'x', 3); INSERT INTO d VALUES (1, 1, 'x', 3);",
            Survives = "SELECT * FROM p",
        },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
