using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Core.Tests.Migrations;

public sealed class MigrationRulesTests
{
    [Theory]
    [InlineData("CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);")]
    [InlineData("-- hm:no-transaction\nCREATE INDEX CONCURRENTLY i ON t (a);\nVACUUM t;")]
    [InlineData("LOCK TABLE t;\nSET LOCAL x = 1;\nDECLARE c CURSOR FOR SELECT 1;")]
    [InlineData("-- hm:no-transaction\n-- hm:batch key=id\nUPDATE t SET a = 1;\n-- hm:batch key=id\n/* b */ delete from t;")]
    [InlineData("-- hm:code A.B")]
    [InlineData("-- hm:no-transaction\n-- hm:batch key=id\nUPDATE t SET \"ID\" = 1, (a, b) = (id, id);")]
    [InlineData("SET client_encoding = 'UTF8';\nSET client_encoding TO \"utf-8\";\nSET NAMES 'Unicode';\nRESET client_encoding;\nSET client_encoding TO DEFAULT;")]
    [InlineData("SELECT pg_catalog.set_config('search_path', '', false), 'client_encoding';")]
    [InlineData("RESET ALL;\nDISCARD PLANS;\nSELECT pg_advisory_unlock(1);\nSET lock_timeout = '10s';\nSET lock_timeout TO DEFAULT;")]
    public void What_can_run_is_left_alone(string upgrade) => Assert.Empty(Check(upgrade));

    [Theory]
    [InlineData("SELECT 1;\n  CREATE INDEX\n CONCURRENTLY i ON t (a);", "HM0215 x.sql:6:3 This statement cannot run in a transaction: CREATE INDEX CONCURRENTLY i ON t (a)")]
    [InlineData("BEGIN;\nSELECT 1;\nCOMMIT;", "HM0214 x.sql:5:1 A migration cannot control transactions itself: BEGIN\nHM0214 x.sql:7:1 A migration cannot control transactions itself: COMMIT")]
    [InlineData("-- hm:no-transaction\nBEGIN;", "HM0214 x.sql:6:1 A migration cannot control transactions itself: BEGIN")]
    [InlineData("-- hm:no-transaction\nLOCK TABLE t;", "HM0216 x.sql:6:1 This statement can only run in a transaction: LOCK TABLE t")]
    [InlineData("-- hm:no-transaction\n-- hm:batch key=a,id\nUPDATE t SET b = 1, (c, ID) = (1, 2) WHERE b = 3;", "HM0217 x.sql:7:1 The statement sets id, and the batches walk along it: rows that move ahead would be changed again.")]
    [InlineData("SET client_encoding = 'LATIN1';", "HM0420 x.sql:5:1 The file is UTF-8 and is sent as such, but this statement tells the server that it is LATIN1.")]
    [InlineData("SET search_path = 'x';\nSET SESSION client_encoding TO win1252;", "HM0420 x.sql:6:1 The file is UTF-8 and is sent as such, but this statement tells the server that it is win1252.")]
    [InlineData("SELECT set_config('client_encoding', 'EUC_JP', true);", "HM0420 x.sql:5:1 The file is UTF-8 and is sent as such, but this statement tells the server that it is EUC_JP.")]
    [InlineData("SET NAMES 'latin9';", "HM0420 x.sql:5:1 The file is UTF-8 and is sent as such, but this statement tells the server that it is latin9.")]
    [InlineData("-- hm:no-transaction\nDISCARD ALL;", "HM0420 x.sql:6:1 This statement lets go of all advisory locks of the session, those of the run too: DISCARD ALL")]
    [InlineData("SELECT pg_catalog.PG_ADVISORY_UNLOCK_ALL();", "HM0420 x.sql:5:1 This statement lets go of all advisory locks of the session, those of the run too: SELECT pg_catalog.PG_ADVISORY_UNLOCK_ALL()")]
    [InlineData("-- hm:batch key=id\nUPDATE t SET a = 1;", "HM0217 x.sql:6:1 Batches are committed one by one, but the step they are in is one transaction.")]
    [InlineData("-- hm:no-transaction\n-- hm:batch key=id\nINSERT INTO t SELECT 1;", "HM0217 x.sql:7:1 Only an UPDATE or a DELETE can run in batches.")]
    public void What_cannot_run_is_said_with_its_place(string upgrade, string expected)
    {
        var problems = Check(upgrade);

        Assert.Equal(expected, string.Join('\n', problems.Select(p => $"{p.Code} {p.Where} {p.Summary}")));
        Assert.All(problems, p => Assert.Equal(DiagnosticSeverity.Error, p.Severity));
        Assert.All(problems, p => Assert.NotEmpty(p.NextActions));
    }

    [Theory]
    [InlineData("ALTER TYPE s.mood ADD VALUE 'new';\nINSERT INTO t VALUES ('new'::mood);", "Error x.sql:6:1 'new' is used in the transaction that adds it to the enum s.mood: INSERT INTO t VALUES ('new'::mood)")]
    [InlineData("ALTER TYPE \"Mood\" ADD VALUE 'it''s' BEFORE 'ok';\nSELECT 1;\nUPDATE t SET m = 'it''s';", "Warning x.sql:7:1 'it''s' is used")]
    [InlineData("alter type mood add value if not exists 'new';\nSELECT 'new'::mood;", "Warning x.sql:6:1 'new' is used")]
    [InlineData("ALTER TYPE mood ADD VALUE 'new';\nALTER TABLE t ALTER m SET DEFAULT 'new';", "Warning x.sql:6:1 'new' is used")]
    [InlineData("ALTER TYPE mood ADD VALUE 'new';\nDO $$ BEGIN UPDATE t SET m = 'new'; END $$;", "Warning x.sql:6:1 'new' is used")]
    [InlineData("ALTER TYPE mood ADD VALUE 'new';\nDO $$ BEGIN UPDATE t SET m = 'new'::mood; END $$;", "Error x.sql:6:1 'new' is used")]
    [InlineData("CREATE TYPE public.mood AS ENUM ('old');\nALTER TYPE mood ADD VALUE 'new';\nSELECT 'new'::mood;", "Warning x.sql:7:1 'new' is used")]
    public void Labels_that_are_used_before_they_are_committed_are_said(string upgrade, string expected)
    {
        var problem = Assert.Single(Check(upgrade));

        Assert.Equal("HM0223", problem.Code);
        Assert.StartsWith(expected.Replace("'it''s'", "'it's'", StringComparison.Ordinal), $"{problem.Severity} {problem.Where} {problem.Summary}", StringComparison.Ordinal);
        Assert.NotEmpty(problem.NextActions);
    }

    [Theory]
    [InlineData("ALTER TYPE mood ADD VALUE 'new';\n-- hm:step use\nUPDATE t SET m = 'new';")]
    [InlineData("-- hm:no-transaction\nALTER TYPE mood ADD VALUE 'new';\nUPDATE t SET m = 'new';")]
    [InlineData("CREATE TYPE public.mood AS ENUM ('old');\nINSERT INTO t VALUES ('old'::mood);")]
    [InlineData("ALTER TYPE mood ADD VALUE 'new';\nALTER TYPE mood ADD VALUE 'newer' AFTER 'new';\nCOMMENT ON TYPE mood IS 'new';")]
    [InlineData("ALTER TYPE mood ADD VALUE 'new';\nCREATE FUNCTION f() RETURNS mood LANGUAGE plpgsql AS $$ BEGIN RETURN 'new'; END $$;")]
    [InlineData("UPDATE t SET m = 'new';\nALTER TYPE mood ADD VALUE 'new';\nUPDATE t SET m = 'news', n = 'a new one';")]
    [InlineData("ALTER TYPE mood RENAME VALUE 'old' TO 'new';\nUPDATE t SET m = 'new';")]
    public void Labels_that_can_be_used_are_left_alone(string upgrade) => Assert.Empty(Check(upgrade));

    [Theory]
    [InlineData("SET statement_timeout = 0;\nSET lock_timeout = 0;", "x.sql:6:1", "SET lock_timeout = '30s'")]
    [InlineData("SET LOCAL lock_timeout TO '0 ms';", "x.sql:5:1", "SET LOCAL lock_timeout = '30s'")]
    [InlineData("SELECT set_config('lock_timeout', '0', false);", "x.sql:5:1", "SET lock_timeout = '30s'")]
    public void Statements_that_switch_the_lock_timeout_off_are_warned_about(string upgrade, string where, string way)
    {
        var problem = Assert.Single(Check(upgrade));

        Assert.Equal(("HM0224", DiagnosticSeverity.Warning, where), (problem.Code, problem.Severity, problem.Where?.ToString()));
        Assert.EndsWith(way, problem.NextActions[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Concurrent_index_without_a_name_is_warned_about()
    {
        var problem = Assert.Single(Check("-- hm:no-transaction\nCREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);\nCREATE UNIQUE INDEX CONCURRENTLY ON t (a);"));

        Assert.Equal(("HM0225", DiagnosticSeverity.Warning, "x.sql:7:1"), (problem.Code, problem.Severity, problem.Where?.ToString()));
    }

    [Fact]
    public void What_does_nothing_outside_of_a_transaction_is_warned_about()
    {
        var problem = Assert.Single(Check("-- hm:no-transaction\nSET LOCAL lock_timeout = '1s';"));

        Assert.Equal(("HM0216", DiagnosticSeverity.Warning), (problem.Code, problem.Severity));
    }

    [Fact]
    public void The_downgrade_is_checked_too()
    {
        var migration = MigrationFile.Parse("x.sql", "-- revision: a1\n-- hm:upgrade\n-- hm:downgrade\nROLLBACK;");

        Assert.Equal(new("x.sql", 4, 1), Assert.Single(MigrationRules.Check(migration)).Where);
    }

    private static IReadOnlyList<Diagnostic> Check(string upgrade) =>
        MigrationRules.Check(MigrationFile.Parse("x.sql", $"-- revision: a1\n-- migration: Test\n\n-- hm:upgrade\n{upgrade}\n-- hm:downgrade\n"));
}
