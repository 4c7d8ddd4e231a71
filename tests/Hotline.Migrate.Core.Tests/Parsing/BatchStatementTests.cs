using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Core.Tests.Parsing;

public sealed class BatchStatementTests
{
    private static readonly BatchColumn[] Key = [new("id", "bigint")];

    [Fact]
    public void Update_is_limited_beside_its_own_condition() => Assert.Equal(
        """
        UPDATE a AS x SET n = (SELECT 1 WHERE true) WHERE (x.id) > ($1::pg_catalog.text::bigint) AND (x.id) <= ($2::pg_catalog.text::bigint) AND (
         x.n = 0 OR x.n = 1 -- both
        )

        """,
        BatchStatement.Read("UPDATE a AS x SET n = (SELECT 1 WHERE true) WHERE x.n = 0 OR x.n = 1 -- both")!.Limited(Key, hasLower: true));

    [Fact]
    public void Delete_without_a_condition_gets_one_before_what_it_returns() => Assert.Equal(
        """
        DELETE FROM ONLY s.a
        WHERE (s.a.id) <= ($1::pg_catalog.text::bigint)
        RETURNING id
        """,
        BatchStatement.Read("DELETE FROM ONLY s.a RETURNING id")!.Limited(Key, hasLower: false));

    [Fact]
    public void Next_key_is_the_last_of_as_many_as_a_batch_spans() => Assert.Equal(
        """
        SELECT pg_catalog.to_json(t) #>> '{}', "Id"::pg_catalog.text, pg_catalog.count(*) OVER ()
        FROM (SELECT t, "Id" FROM a WHERE (t, "Id") > ($1::pg_catalog.text::date, $2::pg_catalog.text::integer) ORDER BY t, "Id" LIMIT 10) AS batch
        ORDER BY batch.t DESC, batch."Id" DESC LIMIT 1
        """,
        BatchStatement.Read("DELETE FROM a")!.NextKey([new("t", "date", IsTime: true), new("\"Id\"", "integer")], 10, hasLower: true));

    [Theory]
    [InlineData("UPDATE a SET n = 1", "n")]
    [InlineData("UPDATE ONLY s.a AS x SET n = (SELECT 1, 2), \"Id\" = f(a, b) FROM b WHERE c = 1, d", "n \"Id\"")]
    [InlineData("UPDATE a SET (n, id) = (SELECT 1, m), (o) = ROW (p), k[1, 2] = ARRAY[a, b], l = 1 RETURNING id, n", "n id o k l")]
    [InlineData("DELETE FROM a", "")]
    public void Columns_that_are_set_are_told(string sql, string columns) => Assert.Equal(columns, string.Join(' ', BatchStatement.Read(sql)!.Sets));

    [Theory]
    [InlineData("INSERT INTO a VALUES (1)")]
    [InlineData("WITH x AS (SELECT 1) UPDATE a SET n = 1")]
    [InlineData("DELETE")]
    public void Other_statements_have_no_batches(string sql) => Assert.Null(BatchStatement.Read(sql));
}
