using Hotline.Migrate.Diffing;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>SQL objects over renamed tables and columns, and other cases beside the numbered ones.</summary>
public sealed class SqlObjectChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["table and column renamed under views and triggers"] = new(
            """
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE people (id integer PRIMARY KEY, nick text);
            CREATE VIEW v AS SELECT id, nick FROM people WHERE nick <> '';
            CREATE VIEW w AS SELECT p.nick AS n, v.id FROM people p JOIN v ON v.id = p.id ORDER BY p.nick;
            CREATE TRIGGER x BEFORE UPDATE OF nick ON people FOR EACH ROW WHEN (NEW.nick <> '') EXECUTE FUNCTION f();
            """,
            """
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE users (id integer PRIMARY KEY, name text);
            CREATE VIEW v AS SELECT id, name AS nick FROM users WHERE name <> '';
            CREATE VIEW w AS SELECT p.name AS n, v.id FROM users p JOIN v ON v.id = p.id ORDER BY p.name;
            CREATE TRIGGER x BEFORE UPDATE OF name ON users FOR EACH ROW WHEN (NEW.name <> '') EXECUTE FUNCTION f();
            """)
        {
            Answers = DiffAnswers.Parse(["people=users", "users.nick=name"], []),
            Rows = "INSERT INTO people VALUES (1, 'a');",
        },
        ["column of a view renamed along with that of its table"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, nick text);
            CREATE VIEW v AS SELECT id, nick FROM t;
            CREATE VIEW w AS SELECT nick FROM v;
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, name text);
            CREATE VIEW v AS SELECT id, name FROM t;
            CREATE VIEW w AS SELECT name FROM v;
            """)
        {
            Answers = DiffAnswers.Parse(["t.nick=name"], []),
            Rows = "INSERT INTO t VALUES (1, 'a');",
        },
        ["enum and its label renamed under a function and a view"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE TABLE t (id integer, m mood);
            CREATE FUNCTION f(mood) RETURNS mood LANGUAGE sql AS 'SELECT $1';
            CREATE VIEW v AS SELECT f(m) AS f FROM t WHERE m = 'sad';
            """,
            """
            CREATE TYPE feeling AS ENUM ('low', 'ok');
            CREATE TABLE t (id integer, m feeling);
            CREATE FUNCTION f(feeling) RETURNS feeling LANGUAGE sql AS 'SELECT $1';
            CREATE VIEW v AS SELECT f(m) AS f FROM t WHERE m = 'low';
            """)
        {
            Answers = DiffAnswers.Parse(["mood=feeling", "feeling.sad=low"], []),
        },
        ["view of every column after columns changed places"] = new(
            """
            CREATE TABLE t (a integer, b text);
            CREATE VIEW v AS SELECT * FROM t;
            """,
            """
            CREATE TABLE t (b text, a integer, c integer);
            CREATE VIEW v AS SELECT * FROM t;
            """),
        ["column and table named as other objects"] = new(
            "",
            """
            CREATE TABLE status (id integer PRIMARY KEY, jobs integer);
            CREATE TABLE jobs (id integer PRIMARY KEY, status integer REFERENCES status);
            CREATE VIEW total AS SELECT j.status, s.jobs FROM jobs j JOIN status s ON s.id = j.status;
            CREATE VIEW a AS WITH b AS (SELECT id AS total FROM jobs) SELECT total FROM b;
            CREATE VIEW b AS WITH a AS (SELECT id AS total FROM status) SELECT total FROM a;
            """),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
