namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Tables that come, go and change their settings.</summary>
public sealed class TableChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["new table with everything"] = new(
            "",
            """
            CREATE TABLE tenants (id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT tenants_pkey PRIMARY KEY);
            CREATE TABLE calls (
                tenant_id bigint NOT NULL CONSTRAINT calls_tenant_fkey REFERENCES tenants ON DELETE CASCADE,
                id bigint NOT NULL,
                note varchar(20) COLLATE "C" DEFAULT 'it''s',
                total numeric(10,2) GENERATED ALWAYS AS (id * 2) STORED,
                CONSTRAINT calls_pkey PRIMARY KEY (tenant_id, id),
                CONSTRAINT calls_note_key UNIQUE (note),
                CONSTRAINT calls_note_check CHECK (note <> '')
            ) WITH (fillfactor=70);
            CREATE INDEX calls_note_idx ON calls (lower(note) DESC NULLS LAST) WHERE note IS NOT NULL;
            COMMENT ON TABLE calls IS 'Calls';
            COMMENT ON COLUMN calls.note IS 'A note';
            COMMENT ON INDEX calls_note_idx IS 'Fast';
            COMMENT ON CONSTRAINT calls_note_check ON calls IS 'Not empty';
            """),
        ["dropped table"] = new(
            """
            CREATE TABLE users (id integer PRIMARY KEY, email text UNIQUE); CREATE INDEX ix ON users (lower(email));
            CREATE TABLE other (id integer);
            """,
            """
            CREATE TABLE other (id integer);
            """)
        {
            Rows = """
            INSERT INTO users VALUES (1, 'a');
            """,
        },
        ["columnless table"] = new(
            "",
            """
            CREATE TABLE nothing ();
            """),
        ["39 circular foreign keys come"] = new(
            "",
            """
            CREATE TABLE a (id integer PRIMARY KEY, b_id integer);
            CREATE TABLE b (id integer PRIMARY KEY, a_id integer CONSTRAINT b_a REFERENCES a);
            ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b;
            """),
        ["39 circular foreign keys go"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY, b_id integer);
            CREATE TABLE b (id integer PRIMARY KEY, a_id integer REFERENCES a);
            ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b;
            """,
            "")
        {
            Rows = """
            INSERT INTO a VALUES (1); INSERT INTO b VALUES (1, 1); UPDATE a SET b_id = 1;
            """,
        },
        ["three tables of a circle go"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY, x integer);
            CREATE TABLE b (id integer PRIMARY KEY, x integer REFERENCES a);
            CREATE TABLE c (id integer PRIMARY KEY, x integer REFERENCES b);
            ALTER TABLE a ADD CONSTRAINT a_c FOREIGN KEY (x) REFERENCES c;
            """,
            ""),
        ["39 self reference"] = new(
            "",
            """
            CREATE TABLE a (id integer PRIMARY KEY, parent integer CONSTRAINT a_parent REFERENCES a);
            """),
        ["39 referenced table goes, children stay"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (id integer PRIMARY KEY, a_id integer REFERENCES a);
            CREATE TABLE c (id integer PRIMARY KEY, a_id integer REFERENCES a);
            """,
            """
            CREATE TABLE b (id integer PRIMARY KEY);
            CREATE TABLE c (id integer PRIMARY KEY);
            """)
        {
            Rows = """
            INSERT INTO a VALUES (1); INSERT INTO b VALUES (1, 1); INSERT INTO c VALUES (1, NULL);
            """,
        },
        ["linked tables go"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (id integer PRIMARY KEY, a_id integer NOT NULL REFERENCES a);
            CREATE TABLE z (id integer PRIMARY KEY);
            CREATE TABLE y (id integer PRIMARY KEY, z_id integer REFERENCES z);
            """,
            "")
        {
            Rows = """
            INSERT INTO a VALUES (1); INSERT INTO b VALUES (1, 1);
            """,
        },
        ["41 drop by changing everything"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY, x text UNIQUE, y integer CHECK (y > 0));
            CREATE INDEX i ON a (y);
            """,
            """
            CREATE TABLE a (key uuid DEFAULT gen_random_uuid() CONSTRAINT a_pk PRIMARY KEY, p boolean, q date DEFAULT now());
            CREATE INDEX j ON a (q);
            """)
        {
            Rows = """
            INSERT INTO a VALUES (1, 'x', 1), (2, 'y', 2);
            """,
        },
        ["42 odd names"] = new(
            """
            CREATE SCHEMA "we""ird";
            CREATE TABLE "we""ird"."Ta ble; DROP" ("co'l" integer PRIMARY KEY, "select" text);
            """,
            """
            CREATE SCHEMA "we""ird";
            CREATE TABLE "we""ird"."Ta ble; DROP" ("co'l" integer PRIMARY KEY, "select" text DEFAULT 'x', "Ünï" integer CHECK ("Ünï" > 0));
            CREATE INDEX "I x" ON "we""ird"."Ta ble; DROP" ("select" DESC);
            COMMENT ON COLUMN "we""ird"."Ta ble; DROP"."select" IS 'a\b''c';
            """)
        {
            Rows = """
            INSERT INTO "we""ird"."Ta ble; DROP" VALUES (1, '');
            """,
        },
        ["42 same names in several schemas"] = new(
            """
            CREATE SCHEMA one;
            CREATE SCHEMA two;
            CREATE TABLE one.t (id integer PRIMARY KEY, a text);
            CREATE TABLE two.t (id integer PRIMARY KEY);
            """,
            """
            CREATE SCHEMA one;
            CREATE SCHEMA two;
            CREATE TABLE one.t (id integer PRIMARY KEY);
            CREATE TABLE two.t (id integer PRIMARY KEY, a text);
            CREATE TABLE t (id integer PRIMARY KEY);
            """),
        ["43 logged to unlogged"] = new(
            """
            CREATE TABLE t (id integer);
            """,
            """
            CREATE UNLOGGED TABLE t (id integer);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1);
            """,
            Survives = "SELECT * FROM t",
        },
        ["storage parameters"] = new(
            """
            CREATE TABLE t (id integer) WITH (fillfactor=50, autovacuum_enabled=false);
            """,
            """
            CREATE TABLE t (id integer) WITH (fillfactor=60, toast_tuple_target=200);
            """),
        ["partitioned table with partitions"] = new(
            "",
            """
            CREATE TABLE p (id integer NOT NULL, at date NOT NULL, CONSTRAINT p_pk PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
            """),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
