using Hotline.Migrate.Impact;
using Hotline.Migrate.Impact.Catalog;

namespace Hotline.Migrate.Core.Tests.Impact;

public sealed class ImpactAnalysisTests
{
    [Theory]
    [InlineData("CREATE INDEX CONCURRENTLY i ON t (a)", "t ShareUpdateExclusive IndexBuild")]
    [InlineData("create unique index concurrently if not exists \"I\" on only \"T t\" (a)", "T t ShareUpdateExclusive IndexBuild")]
    [InlineData("DROP INDEX CONCURRENTLY IF EXISTS a.i", "a.i ShareUpdateExclusive None")]
    [InlineData("REINDEX (VERBOSE, CONCURRENTLY) TABLE t", "t ShareUpdateExclusive IndexBuild")]
    [InlineData("REINDEX TABLE CONCURRENTLY t", "t ShareUpdateExclusive IndexBuild")]
    [InlineData("VACUUM t", "t ShareUpdateExclusive Scan")]
    [InlineData("VACUUM (FULL, ANALYZE) t, u", "t AccessExclusive Rewrite; u AccessExclusive Rewrite")]
    [InlineData("VACUUM FULL VERBOSE t", "t AccessExclusive Rewrite")]
    [InlineData("REFRESH MATERIALIZED VIEW CONCURRENTLY m", "m Exclusive Rewrite")]
    [InlineData("ALTER TABLE t DETACH PARTITION p CONCURRENTLY", "t ShareUpdateExclusive None; p AccessExclusive None")]
    [InlineData("ALTER TABLE t ADD COLUMN a int DEFAULT 1 /* random() */", "t AccessExclusive None")]
    [InlineData("ALTER TABLE t ADD COLUMN a text DEFAULT 'random()'", "t AccessExclusive None")]
    [InlineData("ALTER TABLE t ADD COLUMN a uuid DEFAULT (coalesce(NULL, gen_random_uuid()))", "t AccessExclusive Rewrite")]
    [InlineData("ALTER TABLE t ALTER COLUMN a TYPE text", "t AccessExclusive Rewrite")]
    [InlineData("COPY t (a) FROM stdin", "t RowExclusive None")]
    [InlineData("DELETE FROM ONLY t USING u WHERE t.a = u.a", "t RowExclusive Rows; u AccessShare None")]
    [InlineData("MERGE INTO t USING u ON t.a = u.a WHEN MATCHED THEN DELETE", "t RowExclusive Rows; u AccessShare None")]
    [InlineData("WITH x AS (SELECT 1 FROM u) UPDATE t SET a = 1 FROM x", "u AccessShare None; t RowExclusive Rows")]
    [InlineData("SET lock_timeout = 0", "")]
    [InlineData("CREATE TYPE mood AS ENUM ('ok')", "")]
    [InlineData("", "")]
    [InlineData("ALTER TABLE", "")]
    [InlineData("ALTER TABLE t", "")]
    [InlineData("CREATE INDEX ON", "")]
    [InlineData("ALTER TABLE t ADD COLUMN", "t AccessExclusive None")]
    public void A_statement_tells_what_it_locks_and_does(string sql, string expected) =>
        Assert.Equal(expected, Text(StatementImpact.Of(sql, CatalogFacts.None)));

    [Fact]
    public void What_the_plan_makes_itself_is_nobodys_yet()
    {
        var plan = new ImpactAnalysis(CatalogFacts.None);
        plan.Next("CREATE TABLE t (id int)");
        plan.Next("ALTER TABLE t RENAME TO u");

        Assert.True(Assert.Single(plan.Next("ALTER TABLE public.u ADD COLUMN a serial").Relations).IsNew);
        Assert.False(Assert.Single(plan.Next("ALTER TABLE t ADD COLUMN a serial").Relations).IsNew);
    }

    [Theory]
    [InlineData("mood", "TYPE")]
    [InlineData("mood[]", "TYPE")]
    [InlineData("mood", "DOMAIN")]
    public void A_type_under_the_name_of_one_that_went_aside_is_another_type(string type, string word)
    {
        var table = new RelationName("public", "t");
        var facts = new RelationFacts(table, RelationKind.Table, 1, 1) { Columns = new Dictionary<string, ColumnFacts> { ["m"] = new(type, NotNull: false) } };
        var plan = new ImpactAnalysis(new CatalogFacts { Relations = new Dictionary<RelationName, RelationFacts> { [new RelationName(null, "t")] = facts, [table] = facts } });
        var change = $"ALTER TABLE t ALTER COLUMN m TYPE {type}";
        Assert.Equal("t AccessExclusive None", Text(plan.Next(change)));

        plan.Next($"ALTER {word} mood RENAME TO mood_old");

        Assert.Equal("t AccessExclusive Rewrite", Text(plan.Next(change)));
    }

    [Theory]
    [InlineData("a IS NOT NULL", TableWork.None)]
    [InlineData("(a > 0) AND (a IS NOT NULL)", TableWork.None)]
    [InlineData("a IS NOT NULL OR b > 0", TableWork.Scan)]
    [InlineData("(a IS NOT NULL OR b > 0) AND b > 1", TableWork.Scan)]
    [InlineData("b IS NOT NULL", TableWork.Scan)]
    [InlineData("a > 0", TableWork.Scan)]
    public void A_check_that_was_validated_spares_the_scan_for_null(string check, TableWork work)
    {
        var plan = new ImpactAnalysis(CatalogFacts.None);
        Assert.Equal("t AccessExclusive None", Text(plan.Next($"ALTER TABLE t ADD CONSTRAINT known CHECK ({check}) NOT VALID")));
        Assert.Equal("t AccessExclusive Scan", Text(plan.Next("ALTER TABLE t ALTER COLUMN a SET NOT NULL")));
        Assert.Equal("t ShareUpdateExclusive Scan", Text(plan.Next("ALTER TABLE t VALIDATE CONSTRAINT known")));

        Assert.Equal(work, Assert.Single(plan.Next("ALTER TABLE t ALTER COLUMN a SET NOT NULL").Relations).Work);
    }

    [Fact]
    public void No_text_makes_it_loop_or_throw()
    {
        var random = new Random(4);
        string[] words = ["ALTER", "TABLE", "ADD", "(", ")", ",", "t", "\"", "'", "$$", ".", "CREATE", "INDEX", "ON", "WITH", "AS", "FROM", "DROP", "CHECK", "TYPE", "USING", ";", "--", "*", "INSERT", "CONSTRAINT", "VACUUM", "LOCK", "IN"];
        for (var i = 0; i < 20_000; i++)
        {
            var sql = string.Join(' ', Enumerable.Range(0, random.Next(12)).Select(_ => words[random.Next(words.Length)]));
            Assert.NotNull(StatementImpact.Of(sql, CatalogFacts.None));
            Assert.NotNull(ImpactAnalysis.FunctionsOf(sql));
        }
    }

    private static string Text(StatementImpact impact) =>
        string.Join("; ", impact.Relations.Select(r => $"{r.Relation} {r.Lock} {r.Work}"));
}
