using System.Diagnostics;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Core.Tests.Parsing;

public sealed class SqlScriptTests
{
    private const string Marker = "SELECT 'next'";

    /// <summary>Each is one statement, so behind it the marker is the second one.</summary>
    public static TheoryData<string> SingleStatements =>
    [
        "SELECT $$ ; $$",
        "SELECT $tag$ ; $$ ; $other$ ; $tag$",
        "SELECT $t_1$ ; $t_1$",
        "SELECT $тег$ ; $тег$",
        "SELECT $ñandú$ ; $ñandú$",
        "DO $a$ BEGIN EXECUTE $b$ SELECT 1; $b$; END $a$",
        "SELECT a$b$c, x$1, a$$ FROM t",
        "SELECT $$ costs 5$; $1 $x $$",
        "SELECT $a$ ; $a $a$",
        "SELECT $a$ ; $b$a$",
        "SELECT $$a;b$$||$$c;d$$",
        "PREPARE p AS SELECT $1, $2$$;$$",
        "SELECT /* a /* b ; */ c ; */ 1",
        "SELECT 1 /*/ ; */ + 2",
        "SELECT 1 /**/ /***/ /* ;' \" $$ */",
        "SELECT 6/*c;*//*d;*/2",
        "SELECT 1 -- don't; \"stop\" $$ /*\n + 2",
        "SELECT 1 -- to a carriage return;\r + 2",
        "SELECT 'it''s ; fine'",
        "SELECT 'C:\\', ';'",
        "SELECT E'\\';', ';'",
        "SELECT e'\\\\', ';'",
        "SELECT E'a\\\\\\';b'",
        "SELECT 'a;'\n  'b;'",
        "SELECT E'a'\n'\\';b'",
        "SELECT 'a' -- between; the parts\n -- 'twice\n  'b;'",
        "SELECT E'a' -- between\r\n '\\';'",
        "SELECT 'a;' \t\r '; b'",
        "SELECT \"we;ird\"\"na;me\" FROM \"t;\"",
        "SELECT U&'d\\0061t;a', U&'!0061;' UESCAPE '!', U&\"d;\\0061\"",
        "SELECT u&';' , u & 1",
        "SELECT B'1', b'0;', X'1F', x';', N';', n'a'';'",
        "SELECT B'\\', 1",
        "SELECT abcE'\\', 1",
        "SELECT 5 - -3, 6*-2, 2@#-1, 3 %% 4",
        "SELECT 5 --3\n, 1",
        "SELECT @-1, '[]'::jsonb @> '{}', j ? 'a;', j ?| '{a}', j ?& '{}', j #>> '{0}', '%s :x {{x}} ${x}'",
        "SELECT 2*/* ; */3, a @>/* ; */ b, 5 *-- ;\n 2, a <->--;\r\n b, 1 -/*;*/- 1",
        "CREATE OPERATOR @-/*;*/ (FUNCTION = f, LEFTARG = int)",
        "SELECT operator(pg_catalog.-) - 1, 2 operator(*)/*;*/3",
        "SELECT a[1:2], b::int, :x",
        "SELECT 1_000, 0x1F, 1.5e-3, 1e5, .5, 1$$;$$",
        "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a VALUES (1); INSERT INTO b VALUES (');');)",
        "CREATE RULE \"r;\" AS ON UPDATE TO t WHERE (old.a > (1)) DO INSTEAD (\n DELETE FROM a; -- );\n SELECT $$)$$; /* ) */ NOTIFY n;)",
        "CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING",
        "SELECT U&\"d!0061;\" UESCAPE '!', U&'\\' UESCAPE '+', U&'a'\n';b'",
        "SELECT 'a' /* c */ 'b;', E'a'\r\n'b\\';c'",
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN IF true THEN RETURN new; END IF; EXECUTE $q$ SELECT $$;$$; $q$; END; $f$",
        "CREATE FUNCTION f(a int DEFAULT 1) RETURNS TABLE (\"end\" int) STABLE BEGIN ATOMIC; ; SELECT CASE a WHEN 1 THEN 2 END; END",
        "CREATE FUNCTION f() RETURNS int RETURN 1 + 2",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1; SELECT 2;'",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END",
        "CREATE OR REPLACE PROCEDURE p() LANGUAGE sql begin atomic INSERT INTO t VALUES (1); end",
        "CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC SELECT CASE WHEN $1 > 0 THEN CASE a WHEN 1 THEN 1 END ELSE 0 END; SELECT 1; END",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 AS \"end\"; SELECT 2 AS end; SELECT 3 end; SELECT t.end FROM t; END",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 AS case; SELECT 2 AS begin; END",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC /* END; */ -- END;\n SELECT 1; /* c */ END",
        "CREATE FUNCTION f() RETURNS int BEGIN /* a */ ATOMIC END",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT (SELECT 1 end); END",
        "CREATE FUNCTION f(\"begin\" int, begin int, atomic int) RETURNS int RETURN 1",
        "CREATE TABLE t (a int CHECK (a > (1 + (2))))",
        "COPY t TO stdout",
        "COPY (SELECT 1 FROM stdin) TO stdout",
        "COPY t FROM '/tmp/stdin'",
        "COPY t FROM PROGRAM 'cat; true'",
        "SELECT '\u00A0'\u00A0",
        "SELECT 'ünïcödé; 😀'",
        "INSERT INTO t VALUES (')'), (E'\\')')",
        "SELECT 1 AS a;;;  ;\n;",
        "(SELECT 1; SELECT 2)",
    ];

    [Theory]
    [MemberData(nameof(SingleStatements))]
    public void One_statement_stays_one(string sql)
    {
        var statements = Split($"{sql};\n{Marker};");

        Assert.Equal([sql.TrimEnd(';', ' ', '\n'), Marker], statements.Select(WithoutTrailingComment));

        string WithoutTrailingComment(string statement) =>
            sql.StartsWith(statement, StringComparison.Ordinal) && IsOnlyTrivia(sql[statement.Length..])
                ? sql.TrimEnd(';', ' ', '\n')
                : statement;
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\f\v")]
    [InlineData(";;")]
    [InlineData("-- only a comment")]
    [InlineData("/* a */ ; -- b\n;")]
    public void Nothing_is_no_statement(string sql) => Assert.Empty(Split(sql));

    [Theory]
    [InlineData("SELECT 1; SELECT 2", "SELECT 1|SELECT 2")]
    [InlineData("SELECT 1;SELECT 2;", "SELECT 1|SELECT 2")]
    [InlineData("SELECT 1\r;\rSELECT 2\r", "SELECT 1|SELECT 2")]
    [InlineData("-- a\nSELECT 1 -- b\n; /* c */ SELECT 2 /* d */", "SELECT 1|SELECT 2")]
    [InlineData("SELECT 1;;SELECT 2;;", "SELECT 1|SELECT 2")]
    [InlineData("SELECT 'a' 'b'; SELECT 2", "SELECT 'a' 'b'|SELECT 2")]
    [InlineData("SELECT 'a' /* no continuation\n */ '\\'; SELECT 2", "SELECT 'a' /* no continuation\n */ '\\'|SELECT 2")]
    [InlineData("SELECT E'a' /*\n*/ '\\'; SELECT 2", "SELECT E'a' /*\n*/ '\\'|SELECT 2")]
    [InlineData("/*+ SeqScan(t) */ SELECT 1; /* x */ /*+ y */ SELECT 2", "/*+ SeqScan(t) */ SELECT 1|/*+ y */ SELECT 2")]
    [InlineData("CREATE VIEW v AS SELECT begin FROM t; SELECT 2", "CREATE VIEW v AS SELECT begin FROM t|SELECT 2")]
    [InlineData("BEGIN; SELECT 1; END;", "BEGIN|SELECT 1|END")]
    [InlineData("SELECT 1); SELECT 2", "SELECT 1)|SELECT 2")]
    [InlineData("SELECT 1 AS a\u00A0; SELECT 2", "SELECT 1 AS a\u00A0|SELECT 2")]
    [InlineData("SELECT 1 $1$; SELECT 2; SELECT $1$", "SELECT 1 $1$|SELECT 2|SELECT $1$")]
    public void Statements_are_separated(string sql, string expected) => Assert.Equal(expected.Split('|'), Split(sql));

    [Theory]
    [InlineData("SET standard_conforming_strings = off; SELECT 'a\\';b'; SELECT 2", 3)]
    [InlineData("set session Standard_Conforming_Strings to 'OFF'; SELECT 'a\\';b'; SELECT 2", 3)]
    [InlineData("SET LOCAL standard_conforming_strings = 0; SELECT 'a\\';b'; SELECT 2", 3)]
    [InlineData("SELECT pg_catalog.set_config('standard_conforming_strings', 'off', false); SELECT 'a\\';b'; SELECT 2", 3)]
    [InlineData("SET standard_conforming_strings = off; SELECT N'a\\';b'; SELECT 2", 3)]
    [InlineData("SET standard_conforming_strings = off; SET standard_conforming_strings = on; SELECT 'a\\'; SELECT 2", 4)]
    [InlineData("SET standard_conforming_strings = off; RESET standard_conforming_strings; SELECT 'a\\'; SELECT 2", 4)]
    [InlineData("SET standard_conforming_strings = off; RESET ALL; SELECT 'a\\'; SELECT 2", 4)]
    [InlineData("SET standard_conforming_strings = off; DISCARD ALL; SELECT 'a\\'; SELECT 2", 4)]
    [InlineData("SET standard_conforming_strings TO DEFAULT; SELECT 'a\\'; SELECT 2", 3)]
    [InlineData("SET standard_conforming_strings = off; SELECT B'\\'; SELECT 2", 3)]
    [InlineData("CREATE FUNCTION f() RETURNS int SET standard_conforming_strings = off AS 'x'; SELECT 'a\\'; SELECT 2", 3)]
    [InlineData("SELECT 'standard_conforming_strings = off'; SELECT 'a\\'; SELECT 2", 3)]
    public void A_change_of_standard_conforming_strings_counts_from_then_on(string sql, int count) =>
        Assert.Equal(count, Split(sql).Length);

    [Fact]
    public void Copy_data_belongs_to_its_statement()
    {
        const string Script = """
            COPY public.t (a, "from") FROM STDIN WITH (FORMAT csv, DELIMITER ';'); -- data
            1;it's
            -- hm:downgrade
            $$;/*
            \N;\.x
            \.
            SELECT 2;
            """;

        var parts = SqlScript.Split(Script);

        Assert.Equal(2, parts.Count);
        Assert.Equal("""COPY public.t (a, "from") FROM STDIN WITH (FORMAT csv, DELIMITER ';')""", Script.Substring(parts[0].Start, parts[0].Length));
        Assert.Equal("1;it's\n-- hm:downgrade\n$$;/*\n\\N;\\.x\n", Script.Substring(parts[0].DataStart, parts[0].DataLength));
        Assert.Equal((7, 1), (parts[1].Line, parts[1].Column));
        Assert.False(parts[1].HasData);
    }

    [Theory]
    [InlineData("COPY t FROM stdin;\r\n1\r\n\\.\r\nSELECT 2", "1\r\n")]
    [InlineData("COPY t FROM stdin;\r1\r\\.\rSELECT 2", "1\r")]
    [InlineData("COPY t FROM stdin;\n\\.\nSELECT 2", "")]
    [InlineData("copy t from stdout with (null ';');\n1\n\\.\nSELECT 2", "1\n")]
    public void Copy_data_ends_at_its_own_line(string sql, string data)
    {
        var parts = SqlScript.Split(sql);

        Assert.Equal(data, sql.Substring(parts[0].DataStart, parts[0].DataLength));
        Assert.Equal("SELECT 2", sql[parts[1].Start..]);
    }

    [Theory]
    [InlineData("SELECT 1;\n SELECT 'abc", 2, 9, "The string is never closed by '.")]
    [InlineData("SELECT E'abc\\'", 1, 8, "The string is never closed by '.")]
    [InlineData("SELECT 'a'\n'b", 1, 8, "The string is never closed by '.")]
    [InlineData("\n\nSELECT \"abc", 3, 8, "The quoted identifier is never closed by \".")]
    [InlineData("SELECT 1 /* a /* b */", 1, 10, "The comment /* is never closed by */.")]
    [InlineData("SELECT 1 /*", 1, 10, "The comment /* is never closed by */.")]
    [InlineData("SELECT $tag$ a $$", 1, 8, "The dollar quote is never closed by $tag$.")]
    [InlineData("DO $$\r\nBEGIN\r\nEND; $", 1, 4, "The dollar quote is never closed by $$.")]
    [InlineData("CREATE TABLE t (\n a numeric(10, 2);\nSELECT 1;", 1, 16, "The parenthesis is never closed.")]
    [InlineData("CREATE FUNCTION f() RETURNS int\nBEGIN ATOMIC SELECT CASE WHEN true THEN 1 END;", 2, 1, "The body that BEGIN ATOMIC opens is never closed by END.")]
    [InlineData("SELECT 1;\nCOPY t FROM stdin;\n1\n", 2, 1, "The data of COPY ... FROM stdin is never ended by \\. on a line of its own.")]
    [InlineData("COPY t FROM stdin", 1, 1, "The data of COPY ... FROM stdin is never ended by \\. on a line of its own.")]
    public void What_is_never_closed_is_refused_where_it_opens(string sql, int line, int column, string summary)
    {
        var problem = Refusal(sql);

        Assert.Equal("HM0211", problem.Code);
        Assert.Equal(new("x.sql", line, column), problem.Where);
        Assert.Equal(summary, problem.Summary);
        Assert.NotEmpty(problem.NextActions);
    }

    [Theory]
    [InlineData("\\restrict abc\nSELECT 1;", 1, 1, "\\restrict is a command of psql and no SQL: only psql can run it.")]
    [InlineData("SELECT 1;\n  \\set x 1", 2, 3, "\\set is a command of psql and no SQL: only psql can run it.")]
    [InlineData("SELECT 1 \\gexec", 1, 10, "\\gexec is a command of psql and no SQL: only psql can run it.")]
    [InlineData("\\if :x\nSELECT 1;\n\\endif", 1, 1, "\\if is a command of psql and no SQL: only psql can run it.")]
    [InlineData("\\copy t FROM 'x;y'", 1, 1, "\\copy is a command of psql and no SQL: only psql can run it.")]
    [InlineData("SELECT 1;\r\n\\connect other", 2, 1, "\\connect is a command of psql and no SQL: only psql can run it.")]
    [InlineData("\\.", 1, 1, "\\. is a command of psql and no SQL: only psql can run it.")]
    [InlineData("SELECT 1 \\; SELECT 2;", 1, 10, "A backslash outside of quotes is no SQL.")]
    public void Commands_of_psql_are_named(string sql, int line, int column, string summary)
    {
        var problem = Refusal(sql);

        Assert.Equal("HM0212", problem.Code);
        Assert.Equal(new("x.sql", line, column), problem.Where);
        Assert.Equal(summary, problem.Summary);
        Assert.NotEmpty(problem.NextActions);
    }

    [Fact]
    public void Sql_on_the_line_of_copy_is_refused()
    {
        var problem = Refusal("COPY t FROM stdin;  SELECT 1;\n1\n\\.\n");

        Assert.Equal("HM0213", problem.Code);
        Assert.Equal(new("x.sql", 1, 21), problem.Where);
    }

    [Fact]
    public void Line_ends_of_every_kind_are_counted()
    {
        var parts = SqlScript.Split("SELECT 1;\r\n\r\nSELECT\r2;\r\rSELECT 3;\n\n  SELECT '😀', 4; SELECT 5");

        Assert.Equal([(1, 1), (3, 1), (6, 1), (8, 3), (8, 19)], parts.Select(p => (p.Line, p.Column)));
    }

    [Fact]
    public void A_long_line_is_read_once_however_many_statements_it_holds()
    {
        const int Count = 300_000;
        var watch = Stopwatch.StartNew();

        var last = SqlScript.Split(string.Concat(Enumerable.Repeat("SELECT 1;", Count)))[^1];

        Assert.Equal((1, 1 + (9 * (Count - 1))), (last.Line, last.Column));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    private static bool IsOnlyTrivia(string text) => SqlScript.Split(text.TrimStart(';')).Count == 0;

    private static string[] Split(string sql) => [.. SqlScript.Split(sql).Select(p => sql.Substring(p.Start, p.Length))];

    private static Diagnostic Refusal(string sql) =>
        Assert.Single(Assert.Throws<DiagnosticException>(() => SqlScript.Split(sql, "x.sql")).Diagnostics);
}
