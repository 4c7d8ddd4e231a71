using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Core.Tests.Diffing;

public sealed class SqlObjectTests
{
    [Theory]
    [InlineData("CREATE VIEW v AS SELECT a FROM t", "create or replace view public.\"v\"\n  as /* all */ select A -- x\nfrom public.t;", true)]
    [InlineData("CREATE FUNCTION f() RETURNS int AS $$ x $$", "CREATE FUNCTION f() RETURNS int AS ' x '", true)]
    [InlineData("CREATE FUNCTION f() RETURNS int AS $a$ '\\n' $a$", "CREATE FUNCTION f() RETURNS int AS E' ''\\\\n'' '", true)]
    [InlineData("CREATE FUNCTION f() RETURNS int AS $$ a\r\nb $$", "CREATE FUNCTION f() RETURNS int AS $$ a\nb $$", true)]
    [InlineData("CREATE FUNCTION f() RETURNS int AS $$ x $$", "CREATE FUNCTION f() RETURNS int AS $$ X $$", false)]
    [InlineData("CREATE VIEW v AS SELECT 'A'", "CREATE VIEW v AS SELECT 'a'", false)]
    [InlineData("CREATE VIEW v AS SELECT \"A\" FROM t", "CREATE VIEW v AS SELECT a FROM t", false)]
    [InlineData("CREATE VIEW v AS SELECT user", "CREATE VIEW v AS SELECT \"user\"", false)]
    [InlineData("CREATE VIEW v AS SELECT a FROM s.t", "CREATE VIEW v AS SELECT a FROM t", false)]
    public void Definitions_are_the_same_when_their_tokens_are(string left, string right, bool same) => Assert.Equal(same, SqlDefinition.Same(left, right));

    [Fact]
    public void Layout_is_no_change() => Assert.True(SchemaDiffer.Diff(
        DatabaseSchema.Of([View("v", "SELECT 1 AS a")]),
        DatabaseSchema.Of([View("v", "select  1\nas a")])).IsEmpty);

    [Fact]
    public void A_range_that_a_column_has_is_not_dropped()
    {
        var table = new Table { Name = QualifiedName.Of("t"), Columns = [new Column { Name = "a", Type = "span", Nullable = true }] };
        var diff = SchemaDiffer.Diff(DatabaseSchema.Of([table, Range("integer")]), DatabaseSchema.Of([table, Range("bigint")]));

        Assert.Equal([DiagnosticCodes.ChangeNotSupported], diff.Diagnostics.Select(d => d.Code));
        Assert.Empty(diff.Operations);
    }

    [Fact]
    public void A_server_keeps_what_hangs_on_it_when_its_options_change() => Assert.Equal(
        """
        ALTER SERVER far OPTIONS (DROP host, ADD "user" 'x', SET port '2');

        """,
        Upgrade(
            SqlObject.Of(SchemaKinds.ForeignServer, QualifiedName.Of("far"), "CREATE SERVER far FOREIGN DATA WRAPPER w OPTIONS (host 'h', port '1')"),
            SqlObject.Of(SchemaKinds.ForeignServer, QualifiedName.Of("far"), "CREATE SERVER far FOREIGN DATA WRAPPER w OPTIONS (port '2', \"user\" 'x')")));

    [Fact]
    public void A_publication_stays_when_its_tables_and_options_change() => Assert.Equal(
        """
        ALTER PUBLICATION p SET TABLE a, s."B" (id, "C") WHERE (id > 1);

        ALTER PUBLICATION p SET (publish = 'insert, update, delete, truncate', publish_via_partition_root = true);

        """,
        Upgrade(
            SqlObject.Of(SchemaKinds.Publication, QualifiedName.Of("p"), "CREATE PUBLICATION p FOR TABLE a WITH (publish = 'insert')"),
            SqlObject.Of(SchemaKinds.Publication, QualifiedName.Of("p"), "CREATE PUBLICATION p FOR TABLE a, s.\"B\" (id, \"C\") WHERE (id > 1) WITH (publish_via_partition_root = true)")));

    private static string Upgrade(SqlObject old, SqlObject @new) =>
        MigrationBody.Compose(SchemaDiffer.Diff(DatabaseSchema.Of([old]), DatabaseSchema.Of([@new]))).Upgrade;

    private static SqlObject View(string name, string query) => SqlObject.Of(SchemaKinds.View, QualifiedName.Of(name), $"CREATE VIEW {name} AS {query}");

    private static SqlObject Range(string subtype) =>
        SqlObject.Of(SchemaKinds.Range, QualifiedName.Of("span"), $"CREATE TYPE span AS RANGE (subtype = {subtype})");
}
