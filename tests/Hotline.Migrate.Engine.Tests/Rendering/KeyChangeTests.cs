namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Keys, foreign keys, checks and exclusions.</summary>
public sealed class KeyChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["15 unique columns change"] = new(
            """
            CREATE TABLE t (x integer, y integer, CONSTRAINT u UNIQUE (x));
            """,
            """
            CREATE TABLE t (x integer, y integer, CONSTRAINT u UNIQUE (x, y));
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, 1);
            """,
        },
        ["constraint renamed by case"] = new(
            """
            CREATE TABLE t (x integer, CONSTRAINT "U" UNIQUE (x), CONSTRAINT "K" CHECK (x > 0));
            """,
            """
            CREATE TABLE t (x integer, CONSTRAINT u UNIQUE (x), CONSTRAINT k CHECK (x > 0));
            """),
        ["12 index to unique constraint"] = new(
            """
            CREATE TABLE t (x integer);
            CREATE INDEX u ON t (x);
            """,
            """
            CREATE TABLE t (x integer, CONSTRAINT u UNIQUE (x));
            """),
        ["25 unique index to constraint of the same name"] = new(
            """
            CREATE TABLE t (x integer);
            CREATE UNIQUE INDEX u ON t (x);
            """,
            """
            CREATE TABLE t (x integer, CONSTRAINT u UNIQUE (x));
            """),
        ["table with keys that are alike comes"] = new(
            "",
            """
            CREATE TABLE t (x integer, y integer, CONSTRAINT p PRIMARY KEY (x), CONSTRAINT n CHECK (y > 0));
            ALTER TABLE t ADD CONSTRAINT b UNIQUE (x), ADD CONSTRAINT c UNIQUE (x) DEFERRABLE, ADD CONSTRAINT d UNIQUE (y);
            ALTER TABLE t ADD CONSTRAINT a UNIQUE (x);
            COMMENT ON CONSTRAINT b ON t IS 'again';
            """),
        ["comment on the index of a key"] = new(
            """
            CREATE TABLE t (x integer, y integer, CONSTRAINT u UNIQUE (x), CONSTRAINT e EXCLUDE USING btree (y WITH =));
            CREATE UNIQUE INDEX taken ON t (y);
            COMMENT ON INDEX u IS 'old';
            COMMENT ON INDEX taken IS 'goes with the index';
            """,
            """
            CREATE TABLE t (x integer, y integer, CONSTRAINT u UNIQUE (x), CONSTRAINT e EXCLUDE USING btree (y WITH =), CONSTRAINT taken UNIQUE (y));
            COMMENT ON INDEX u IS 'new';
            COMMENT ON INDEX e IS 'told';
            COMMENT ON CONSTRAINT e ON t IS 'another';
            """),
        ["25 unique to primary key"] = new(
            """
            CREATE TABLE t (x integer NOT NULL, CONSTRAINT u UNIQUE (x));
            """,
            """
            CREATE TABLE t (x integer, CONSTRAINT u PRIMARY KEY (x));
            """),
        ["unique to primary key under a foreign key"] = new(
            """
            CREATE TABLE t (x integer NOT NULL, CONSTRAINT u UNIQUE (x));
            CREATE TABLE r (x integer CONSTRAINT f REFERENCES t (x));
            """,
            """
            CREATE TABLE t (x integer, CONSTRAINT p PRIMARY KEY (x));
            CREATE TABLE r (x integer CONSTRAINT f REFERENCES t (x));
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1); INSERT INTO r VALUES (1);
            """,
        },
        ["26 primary key moves to another column"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, foo varchar(5) NOT NULL);
            """,
            """
            CREATE TABLE t (id bigint, foo text CONSTRAINT pk PRIMARY KEY);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, 'a');
            """,
            Survives = "SELECT * FROM t",
        },
        ["primary key comes and goes"] = new(
            """
            CREATE TABLE a (x integer NOT NULL);
            CREATE TABLE b (x integer PRIMARY KEY);
            """,
            """
            CREATE TABLE a (x integer PRIMARY KEY);
            CREATE TABLE b (x integer NOT NULL);
            """)
        {
            Rows = """
            INSERT INTO a VALUES (1); INSERT INTO b VALUES (1);
            """,
        },
        ["27 primary key grows under a foreign key"] = new(
            """
            CREATE TABLE items (item_id integer, CONSTRAINT pk PRIMARY KEY (item_id));
            CREATE TABLE lines (item_id integer, CONSTRAINT fk FOREIGN KEY (item_id) REFERENCES items);
            """,
            """
            CREATE TABLE items (item_id integer, supplier_id integer NOT NULL DEFAULT 0, CONSTRAINT pk PRIMARY KEY (supplier_id, item_id));
            CREATE TABLE lines (item_id integer, supplier_id integer NOT NULL DEFAULT 0, CONSTRAINT fk FOREIGN KEY (supplier_id, item_id) REFERENCES items);
            """)
        {
            Rows = """
            INSERT INTO items VALUES (1); INSERT INTO lines VALUES (1);
            """,
        },
        ["28 unique to deferrable"] = new(
            """
            CREATE TABLE t (x integer, CONSTRAINT u UNIQUE (x));
            """,
            """
            CREATE TABLE t (x integer, CONSTRAINT u UNIQUE (x) DEFERRABLE INITIALLY DEFERRED);
            """),
        ["28 primary key to deferrable"] = new(
            """
            CREATE TABLE t (x integer, CONSTRAINT u PRIMARY KEY (x));
            """,
            """
            CREATE TABLE t (x integer, CONSTRAINT u PRIMARY KEY (x) DEFERRABLE);
            """),
        ["29 NULLS NOT DISTINCT and INCLUDE"] = new(
            """
            CREATE TABLE t (x integer, y integer, CONSTRAINT u UNIQUE (x));
            """,
            """
            CREATE TABLE t (x integer, y integer, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (x) INCLUDE (y));
            """)
        {
            MinimumMajor = 15,
        },
        ["30 exclusion comes"] = new(
            """
            CREATE TABLE t (a int4range, b integer);
            """,
            """
            CREATE TABLE t (a int4range, b integer, CONSTRAINT x EXCLUDE USING gist (a WITH &&) WHERE (b > 0) DEFERRABLE);
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('[1,2]', 1);
            """,
        },
        ["30 exclusion changes"] = new(
            """
            CREATE TABLE t (a int4range, b integer, CONSTRAINT x EXCLUDE USING gist (a WITH &&) WHERE (b > 0));
            """,
            """
            CREATE TABLE t (a int4range, b integer, CONSTRAINT x EXCLUDE USING gist (a WITH =) WHERE (b > 1));
            """),
        ["33 check comes"] = new(
            """
            CREATE TABLE t (x integer);
            """,
            """
            CREATE TABLE t (x integer, CONSTRAINT k CHECK (x > 0) NO INHERIT);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1);
            """,
        },
        ["33 check expression changes"] = new(
            """
            CREATE TABLE t (x integer, CONSTRAINT k CHECK (x > 0));
            """,
            """
            CREATE TABLE t (x integer, CONSTRAINT k CHECK (x > -1));
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1);
            """,
        },
        ["33 NOT VALID to valid and back"] = new(
            """
            CREATE TABLE t (x integer);
            ALTER TABLE t ADD CONSTRAINT k CHECK (x > 0) NOT VALID;
            """,
            """
            CREATE TABLE t (x integer, CONSTRAINT k CHECK (x > 0));
            """),
        ["NOT VALID in a new table"] = new(
            "",
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE t (x integer);
            ALTER TABLE t ADD CONSTRAINT k CHECK (x > 0) NOT VALID;
            ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (x) REFERENCES a NOT VALID;
            COMMENT ON CONSTRAINT k ON t IS 'K';
            """),
        ["35 check expressions of many kinds"] = new(
            """
            CREATE TABLE t (a integer, b text, c text[]);
            """,
            """
            CREATE TABLE t (a integer, b text, c text[], CHECK (a IN (1, 2, 3)), CHECK (a BETWEEN 1 AND 9), CHECK (b = ANY (c)), CHECK ((a, b) <> (1, 'x')), CHECK (b ~ '^a\d+$'),
                CHECK (coalesce(b, '') <> 'x'), CHECK (a IS DISTINCT FROM 4), CHECK (b || 'y' <> 'y'), CHECK (a::text = b OR b LIKE 'a%'));
            """)
        {
            Rows = """
            INSERT INTO t VALUES (3, 'a1', '{a1}');
            """,
        },
        ["36 foreign key between tables that are there"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer);
            """,
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES a ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED);
            """)
        {
            Rows = """
            INSERT INTO a VALUES (1); INSERT INTO b VALUES (1);
            """,
        },
        ["37 foreign key actions"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES a ON DELETE RESTRICT);
            """,
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES a ON DELETE CASCADE ON UPDATE SET NULL);
            """),
        ["37 foreign key target"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE c (id integer PRIMARY KEY);
            CREATE TABLE b (x integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES a);
            """,
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE c (id integer PRIMARY KEY);
            CREATE TABLE b (x integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES c);
            """),
        ["37 foreign key validated in place"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer);
            ALTER TABLE b ADD CONSTRAINT f FOREIGN KEY (x) REFERENCES a NOT VALID;
            """,
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES a);
            """),
        ["35 foreign key deferrability"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES a);
            """,
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES a DEFERRABLE INITIALLY DEFERRED);
            """),
        ["composite foreign key with column list"] = new(
            """
            CREATE TABLE a (t integer, id integer, PRIMARY KEY (t, id));
            CREATE TABLE b (t integer NOT NULL, x integer);
            """,
            """
            CREATE TABLE a (t integer, id integer, PRIMARY KEY (t, id));
            CREATE TABLE b (t integer NOT NULL, x integer, CONSTRAINT f FOREIGN KEY (t, x) REFERENCES a (t, id) ON DELETE SET NULL (x));
            """)
        {
            MinimumMajor = 15,
        },
        ["MATCH FULL"] = new(
            """
            CREATE TABLE a (t integer, id integer, PRIMARY KEY (t, id));
            CREATE TABLE b (t integer, x integer, CONSTRAINT f FOREIGN KEY (t, x) REFERENCES a (t, id));
            """,
            """
            CREATE TABLE a (t integer, id integer, PRIMARY KEY (t, id));
            CREATE TABLE b (t integer, x integer, CONSTRAINT f FOREIGN KEY (t, x) REFERENCES a (t, id) MATCH FULL);
            """),
        ["foreign key to a unique that comes in a later table"] = new(
            """
            CREATE TABLE a (x integer);
            CREATE TABLE z (id integer, x integer);
            """,
            """
            CREATE TABLE z (id integer, x integer, CONSTRAINT u UNIQUE (x));
            CREATE TABLE a (x integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES z (x));
            """)
        {
            Rows = """
            INSERT INTO z VALUES (1, 1); INSERT INTO a VALUES (1);
            """,
        },
        ["foreign key to a new unique index and a new table in between"] = new(
            """
            CREATE TABLE z (id integer, x integer);
            """,
            """
            CREATE TABLE z (id integer, x integer, n integer);
            CREATE UNIQUE INDEX u ON z (x);
            CREATE TABLE m (id integer PRIMARY KEY, x integer CONSTRAINT m_f REFERENCES z (x));
            ALTER TABLE z ADD CONSTRAINT z_f FOREIGN KEY (n) REFERENCES m;
            """),
        ["41 referenced table and referencing column go"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (id integer PRIMARY KEY, a_id integer REFERENCES a);
            """,
            """
            CREATE TABLE b (id integer PRIMARY KEY);
            """)
        {
            Rows = """
            INSERT INTO a VALUES (1); INSERT INTO b VALUES (1, 1);
            """,
        },
        ["constraint names are swapped between tables"] = new(
            """
            CREATE TABLE a (x integer, CONSTRAINT u UNIQUE (x));
            CREATE TABLE b (x integer, CONSTRAINT v UNIQUE (x));
            """,
            """
            CREATE TABLE a (x integer, CONSTRAINT v UNIQUE (x));
            CREATE TABLE b (x integer, CONSTRAINT u UNIQUE (x));
            """),
        ["foreign key column with deferred check becomes NOT NULL"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES a DEFERRABLE INITIALLY DEFERRED);
            """,
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer NOT NULL, CONSTRAINT f FOREIGN KEY (x) REFERENCES a DEFERRABLE INITIALLY DEFERRED);
            """)
        {
            Rows = """
            INSERT INTO a VALUES (1); INSERT INTO b VALUES (NULL);
            """,
            Hints = Backfill.Of("x", "1"),
        },
        ["NOT NULL reference to a table that goes"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (id integer PRIMARY KEY, x integer NOT NULL, CONSTRAINT f FOREIGN KEY (x) REFERENCES a);
            """,
            """
            CREATE TABLE b (id integer PRIMARY KEY);
            """),
        ["comments on constraints"] = new(
            """
            CREATE TABLE t (x integer PRIMARY KEY, CONSTRAINT k CHECK (x > 0));
            COMMENT ON CONSTRAINT k ON t IS 'a';
            """,
            """
            CREATE TABLE t (x integer PRIMARY KEY, CONSTRAINT k CHECK (x > 0));
            COMMENT ON CONSTRAINT t_pkey ON t IS 'b';
            """),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
