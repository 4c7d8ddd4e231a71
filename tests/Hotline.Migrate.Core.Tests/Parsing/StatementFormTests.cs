using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Core.Tests.Parsing;

public sealed class StatementFormTests
{
    [Theory]
    [InlineData("CREATE INDEX CONCURRENTLY a_id ON a (id)", StatementKind.CreateIndex, "a_id", "a")]
    [InlineData("create unique index concurrently if not exists \"A b\" on only \"S\" . t using gin (x)", StatementKind.CreateIndex, "\"A b\"", "\"S\".t")]
    [InlineData("CREATE /* c */ INDEX CONCURRENTLY ON a (id)", StatementKind.CreateIndex, null, "a")]
    [InlineData("CREATE INDEX a_id ON a (id)", StatementKind.Transactional, null, null)]
    [InlineData("DROP INDEX CONCURRENTLY IF EXISTS s.a_id CASCADE", StatementKind.DropIndex, "s.a_id", null)]
    [InlineData("DROP INDEX CONCURRENTLY a, b", StatementKind.Other, null, null)]
    [InlineData("REINDEX INDEX CONCURRENTLY a_id", StatementKind.Reindex, "a_id", null)]
    [InlineData("REINDEX (VERBOSE, CONCURRENTLY) TABLE a", StatementKind.Reindex, null, "a")]
    [InlineData("REINDEX SCHEMA s", StatementKind.Repeatable, null, null)]
    [InlineData("ALTER TABLE ONLY s.a DETACH PARTITION p CONCURRENTLY", StatementKind.DetachPartition, "p", "s.a")]
    [InlineData("VACUUM FULL a", StatementKind.Repeatable, null, null)]
    [InlineData("ALTER SYSTEM SET x = 1", StatementKind.Repeatable, null, null)]
    [InlineData("CREATE DATABASE \"D\"", StatementKind.CreateDatabase, "\"D\"", null)]
    [InlineData("DROP DATABASE IF EXISTS d", StatementKind.DropDatabase, "d", null)]
    [InlineData("SET work_mem = '1GB'", StatementKind.Setting, null, null)]
    [InlineData("RESET ALL", StatementKind.Setting, null, null)]
    [InlineData("UPDATE a SET x = 1", StatementKind.Transactional, null, null)]
    public void Form_tells_what_a_statement_makes_or_removes(string sql, StatementKind kind, string? name, string? table) =>
        Assert.Equal(new StatementForm(kind, name, table), StatementForm.Of(sql));
}
