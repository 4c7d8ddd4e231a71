using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Operations;
using static Hotline.Migrate.Core.Tests.Diffing.Model;

namespace Hotline.Migrate.Core.Tests.Diffing;

public sealed class TypeChangeTests
{
    [Theory]
    [InlineData("character varying(10)", "text", null)]
    [InlineData("integer", "bigint", null)]
    [InlineData("integer", "text", null)]
    [InlineData("text", "integer", "c::integer")]
    [InlineData("text", "mood", "c::mood")]
    [InlineData("mood", "text", null)]
    [InlineData("mood", "state", "c::text::state")]
    [InlineData("mood[]", "state[]", "c::text[]::state[]")]
    [InlineData("text[]", "uuid[]", "c::uuid[]")]
    [InlineData("integer", "boolean", "c <> 0")]
    [InlineData("boolean", "integer", "c::integer")]
    [InlineData("boolean", "smallint", "c::integer::smallint")]
    [InlineData("json", "jsonb", null)]
    [InlineData("text", "jsonb", "c::jsonb")]
    [InlineData("integer", "jsonb", "to_jsonb(c)")]
    [InlineData("uuid", "uuid[]", "ARRAY[c]")]
    [InlineData("date", "timestamp with time zone[]", "ARRAY[c::timestamp AT TIME ZONE 'UTC']")]
    [InlineData("text[]", "character varying(3)[]", null)]
    [InlineData("text", "character varying(3)[]", "c::character varying[]")]
    [InlineData("text", "bit(3)", "c::bit varying")]
    [InlineData("timestamp without time zone", "timestamp with time zone", "c AT TIME ZONE 'UTC'")]
    [InlineData("geometry", "geography", "c::geography")]
    public void A_conversion_is_written_where_there_is_no_assignment_cast(string from, string to, string? expected)
    {
        var alter = Assert.IsType<AlterColumn>(Change(from, to).Operations.Single());

        Assert.Equal(expected, alter.Using);
    }

    [Theory]
    [InlineData("bytea", "integer")]
    [InlineData("bigint", "timestamp with time zone")]
    [InlineData("uuid", "bigint")]
    [InlineData("mood", "integer")]
    [InlineData("integer[]", "integer")]
    [InlineData("date", "time without time zone")]
    public void An_impossible_conversion_is_an_error_that_names_the_column(string from, string to)
    {
        var finding = Assert.Single(Change(from, to).Findings);

        Assert.Equal((DiagnosticCodes.TypeChangeImpossible, "t", "c"), (finding.Diagnostic.Code, finding.Name.Name, finding.Member));
        Assert.Contains($"from {from} to {to}", finding.Diagnostic.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("numeric(10,4)", "numeric(10,2)")]
    [InlineData("numeric", "integer")]
    [InlineData("double precision", "real")]
    [InlineData("timestamp with time zone", "date")]
    [InlineData("timestamp(6) without time zone", "timestamp(0) without time zone")]
    [InlineData("integer", "boolean")]
    public void What_rounds_values_is_a_loss(string from, string to) =>
        Assert.Equal(DiagnosticCodes.LossyTypeChange, Assert.Single(Change(from, to).Losses).Code);

    [Theory]
    [InlineData("numeric(10,2)", "numeric(12,4)")]
    [InlineData("character varying(20)", "character varying(10)")]
    [InlineData("date", "timestamp without time zone")]
    public void What_widens_or_fails_is_no_loss(string from, string to) => Assert.Empty(Change(from, to).Losses);

    [Fact]
    public void A_default_is_dropped_before_and_set_after()
    {
        var sql = Sql(
            Database(Table("t", Id, Column("c", "text") with { Default = "'5'" })),
            Database(Table("t", Id, Column("c", "integer") with { Default = "8" })));

        Assert.Equal(
            """
            -- hm:upgrade
            ALTER TABLE t
                ALTER COLUMN c DROP DEFAULT,
                ALTER COLUMN c TYPE integer USING c::integer,
                ALTER COLUMN c SET DEFAULT 8;

            -- hm:downgrade
            ALTER TABLE t
                ALTER COLUMN c DROP DEFAULT,
                ALTER COLUMN c TYPE text,
                ALTER COLUMN c SET DEFAULT '5';

            """,
            sql);
    }

    private static SchemaDiff Change(string from, string to)
    {
        var (mood, state) = (Enum("mood", "a", "b"), Enum("state", "c", "d"));
        return SchemaDiffer.Diff(Database(mood, state, Table("t", Id, Column("c", from))), Database(mood, state, Table("t", Id, Column("c", to))));
    }
}
