using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles;

namespace Hotline.Migrate.Core.Tests.SchemaFiles;

public sealed class SchemaFileMergeTests
{
    private static readonly Table Calls = new()
    {
        Name = QualifiedName.Of("calls"),
        Columns = [new Column { Name = "id", Type = "bigint" }, new Column { Name = "state", Type = "text" }],
    };

    [Fact]
    public void A_view_is_its_statement_without_or_replace()
    {
        var view = Assert.IsType<SqlObject>(Assert.Single(Created("CREATE OR REPLACE VIEW active_calls AS\nSELECT 1; -- one")));

        Assert.Equal(("view", "active_calls"), (view.Kind, view.Name.ToString()));
        Assert.Equal("CREATE VIEW active_calls AS\nSELECT 1", view.Definition);
    }

    [Fact]
    public void If_not_exists_is_no_part_of_a_definition() => Assert.Equal(
        "CREATE MATERIALIZED VIEW totals AS SELECT 1",
        Assert.IsType<SqlObject>(Assert.Single(Created("CREATE MATERIALIZED VIEW IF NOT EXISTS totals AS SELECT 1"))).Definition);

    [Fact]
    public void The_schema_public_needs_no_description_to_get_a_comment() => Assert.Equal(
        "ours",
        Assert.IsType<SchemaNamespace>(Assert.Single(Created("COMMENT ON SCHEMA public IS 'ours'"))).Comment);

    [Theory]
    [InlineData("f()", "f()")]
    [InlineData("f(int)", "f(integer)")]
    [InlineData("f(a int, b varchar(20) DEFAULT 'a,b', c numeric(18,2)[] = '{}')", "f(integer, character varying, numeric[])")]
    [InlineData("f(IN a int, OUT b text, INOUT c timestamptz(3), VARIADIC d text[])", "f(integer, timestamp with time zone, text[])")]
    [InlineData("f(a IN int, b OUT text)", "f(integer)")]
    [InlineData("f(double precision, x double precision, timestamp with time zone)", "f(double precision, double precision, timestamp with time zone)")]
    [InlineData("f(interval day to second(3), interval text)", "f(interval, text)")]
    [InlineData("f(\"char\", char, c char(3), bpchar)", "f(\"char\", character, character, character)")]
    [InlineData("f(app.\"Mood\", m public.mood, pg_catalog.int4, _int4)", "f(app.\"Mood\", mood, integer, integer[])")]
    [InlineData("f(a int ARRAY[3], b int[][], date date)", "f(integer[], integer[], date)")]
    [InlineData("f(out_ int, a int DEFAULT coalesce(1, 2), b anyelement)", "f(integer, integer, anyelement)")]
    public void A_function_is_told_by_the_types_of_its_arguments(string signature, string name) => Assert.Equal(
        name, Assert.Single(Created($"CREATE FUNCTION {signature} RETURNS int LANGUAGE sql AS 'SELECT 1'")).Name.ToString());

    [Theory]
    [InlineData("CREATE AGGREGATE total(numeric) (SFUNC = numeric_add, STYPE = numeric)", "total(numeric)")]
    [InlineData("CREATE AGGREGATE n(*) (SFUNC = int8inc, STYPE = int8)", "n(*)")]
    [InlineData("CREATE AGGREGATE a(VARIADIC x \"any\" ORDER BY VARIADIC \"any\") (SFUNC = f, STYPE = internal)", "a(VARIADIC \"any\" ORDER BY VARIADIC \"any\")")]
    [InlineData("CREATE AGGREGATE p(fraction float8 ORDER BY v anyelement) (SFUNC = f, STYPE = internal)", "p(double precision ORDER BY anyelement)")]
    [InlineData("CREATE AGGREGATE m(ORDER BY anyelement) (SFUNC = f, STYPE = internal)", "m(ORDER BY anyelement)")]
    [InlineData("CREATE AGGREGATE old(SFUNC = f, BASETYPE = int, STYPE = int)", "old(integer)")]
    public void An_aggregate_is_told_by_its_arguments(string sql, string name) => Assert.Equal(name, Assert.Single(Created(sql)).Name.ToString());

    [Theory]
    [InlineData("CREATE VIEW Users AS SELECT 1", "users")]
    [InlineData("CREATE VIEW \"Users\" AS SELECT 1", "Users")]
    [InlineData("CREATE VIEW U&\"\\0055sers\" AS SELECT 1", "Users")]
    [InlineData("CREATE VIEW \"a\"\"b.c\" AS SELECT 1", "a\"b.c")]
    [InlineData("CREATE VIEW App . V AS SELECT 1", "app.v")]
    [InlineData("CREATE VIEW public.v AS SELECT 1", "v")]
    public void Names_are_read_as_PostgreSQL_reads_them(string sql, string name) =>
        Assert.Contains(name, Created(sql).OfType<SqlObject>().Select(o => o.Name.ToString()));

    [Fact]
    public void An_object_of_another_schema_brings_the_schema_along() =>
        Assert.Equal(["schema app.app", "view app.v"], Names("CREATE VIEW app.v AS SELECT 1"));

    [Fact]
    public void What_belongs_to_a_table_of_a_class_goes_to_it()
    {
        var table = Assert.IsType<Table>(Assert.Single(Merge(
            """
            CREATE POLICY mine ON calls AS RESTRICTIVE FOR SELECT TO app, PUBLIC USING ((id > 0)) WITH CHECK (id > 1);
            ALTER TABLE calls FORCE ROW LEVEL SECURITY, ENABLE ROW LEVEL SECURITY;
            CREATE UNIQUE INDEX ON calls USING gin (state gin_trgm_ops, lower(state) DESC NULLS FIRST, (id + 1)) INCLUDE (id) WITH (fastupdate = off) WHERE (id > 0);
            COMMENT ON TABLE calls IS E'it''s\n'
              'here';
            COMMENT ON COLUMN calls.state IS U&'\0061';
            COMMENT ON POLICY mine ON calls IS 'p';
            """).Schema.Objects));

        Assert.Equal(RowSecurity.Forced, table.RowSecurity);
        Assert.Equal(new Policy { Name = "mine", Command = "SELECT", Restrictive = true, Using = "id > 0", WithCheck = "id > 1", Comment = "p" }, Assert.Single(table.Policies));
        Assert.Equal("it's\nhere", table.Comment);
        Assert.Equal("a", table.FindColumn("state")!.Comment);
        var index = Assert.Single(table.Indexes);
        Assert.Equal("calls_state_lower_state_id_1_gin_idx", index.Name);
        Assert.Equal(["state/gin_trgm_ops", "lower(state)/", "id + 1/"], index.Elements.Select(e => $"{e.Column ?? e.Expression}/{e.OperatorClass}"));
        Assert.Equal(("fastupdate=off", "id > 0", true), (Assert.Single(index.StorageParameters), index.Where, index.Unique));
    }

    [Fact]
    public void A_comment_may_stand_before_its_object_and_in_another_file()
    {
        var result = SchemaFileMerge.Merge(
            DatabaseSchema.Empty,
            [new SchemaFile("a.sql", "COMMENT ON VIEW v IS 'c';"), new SchemaFile("b.sql", "CREATE VIEW v AS SELECT 1;")],
            _ => "");

        Assert.Empty(result.Diagnostics);
        Assert.Equal("c", Assert.Single(result.Schema.Objects).Comment);
        Assert.Equal(new SourceLocation("b.sql", 1, 1), Assert.Single(result.Places).Value);
    }

    [Fact]
    public void Grants_come_to_what_the_statements_say_together()
    {
        var privileges = Merge(
            """
            CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
            REVOKE ALL ON FUNCTION f FROM PUBLIC;
            GRANT ALL PRIVILEGES ON FUNCTION f(integer) TO app WITH GRANT OPTION;
            GRANT SELECT, UPDATE (state), INSERT ON calls TO GROUP reader, app;
            REVOKE INSERT ON TABLE calls FROM reader;
            ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA app GRANT SELECT ON TABLES TO reader;
            """).Schema.Objects.Where(o => o is Privileges or DefaultPrivileges).ToArray();

        Assert.Equal(["tables for owner in app", "function f(integer)", "table calls"], privileges.Select(p => p.Name.ToString()));
        var ofFunction = Assert.IsType<Privileges>(privileges[1]);
        Assert.Equal(["EXECUTE"], ofFunction.RevokedFromPublic);
        Assert.Equal([new Grant { Role = "app", Privilege = "EXECUTE", Grantable = true }], ofFunction.Grants);
        Assert.Equal(
            ["app INSERT ", "app SELECT ", "app UPDATE state", "reader SELECT ", "reader UPDATE state"],
            Assert.IsType<Privileges>(privileges[2]).Grants.Select(g => $"{g.Role} {g.Privilege} {string.Join(',', g.Columns)}"));
    }

    [Fact]
    public void Statements_that_complete_an_object_are_kept_in_order() => Assert.Equal(
        ["ALTER TABLE calls DISABLE TRIGGER touch", "ALTER TABLE calls ENABLE ALWAYS TRIGGER touch"],
        Merge(
            """
            CREATE TRIGGER touch BEFORE UPDATE OF state ON public.calls FOR EACH ROW EXECUTE FUNCTION touch();
            ALTER TABLE ONLY public.calls DISABLE TRIGGER touch;
            ALTER TABLE calls ENABLE ALWAYS TRIGGER touch;
            """).Schema.Objects.OfType<SqlObject>().Single().Additions);

    [Theory]
    [InlineData("CREATE TABLE t (id int)", DiagnosticCodes.SchemaFileTable)]
    [InlineData("ALTER TABLE calls ADD COLUMN x int", DiagnosticCodes.SchemaFileTable)]
    [InlineData("INSERT INTO calls VALUES (1)", DiagnosticCodes.SchemaFileStatement)]
    [InlineData("DO $$ BEGIN END $$", DiagnosticCodes.SchemaFileStatement)]
    [InlineData("BEGIN", DiagnosticCodes.SchemaFileStatement)]
    [InlineData("SET search_path = app", DiagnosticCodes.SchemaFileStatement)]
    [InlineData("DROP VIEW v", DiagnosticCodes.SchemaFileStatement)]
    [InlineData("GRANT app TO web", DiagnosticCodes.SchemaFileStatement)]
    [InlineData("GRANT SELECT ON ALL TABLES IN SCHEMA app TO web", DiagnosticCodes.SchemaFileStatement)]
    [InlineData("ALTER VIEW v RENAME TO w", DiagnosticCodes.SchemaFileStatement)]
    [InlineData("ALTER TYPE mood ADD VALUE 'x'", DiagnosticCodes.SchemaFileStatement)]
    [InlineData("CREATE CAST (int AS text) WITHOUT FUNCTION", DiagnosticCodes.SchemaFileObjectUnknown)]
    [InlineData("CREATE TEMP VIEW v AS SELECT 1", DiagnosticCodes.SchemaFileObjectUnknown)]
    [InlineData("ALTER VIEW v OWNER TO postgres", DiagnosticCodes.SchemaFileOwner)]
    [InlineData("ALTER TABLE calls OWNER TO postgres", DiagnosticCodes.SchemaFileOwner)]
    [InlineData("CREATE SCHEMA app AUTHORIZATION web", DiagnosticCodes.SchemaFileOwner)]
    [InlineData("CREATE VIEW", DiagnosticCodes.SchemaFileSyntax)]
    [InlineData("CREATE FUNCTION f(a calls.id%TYPE) RETURNS int AS ''", DiagnosticCodes.SchemaFileSyntax)]
    [InlineData("COMMENT ON VIEW v IS 'x'", DiagnosticCodes.SchemaFileTargetMissing)]
    [InlineData("CREATE POLICY p ON t", DiagnosticCodes.SchemaFileTargetMissing)]
    [InlineData("CREATE INDEX i ON t (a)", DiagnosticCodes.SchemaFileTargetMissing)]
    [InlineData("CREATE VIEW calls AS SELECT 1", DiagnosticCodes.SchemaFileObjectTwice)]
    [InlineData("COMMENT ON FUNCTION f IS 'x", DiagnosticCodes.SqlUnterminated)]
    [InlineData("\\connect x", DiagnosticCodes.PsqlCommand)]
    public void What_is_no_description_is_refused_at_its_place(string sql, string code)
    {
        var diagnostic = Assert.Single(Merge("\n  " + sql, allowErrors: true).Diagnostics);

        Assert.Equal((code, DiagnosticSeverity.Error), (diagnostic.Code, diagnostic.Severity));
        Assert.Equal(("schema/x.sql", 2), (diagnostic.Where!.Path, diagnostic.Where.Line));
        Assert.NotEqual(0, diagnostic.Where.Column);
    }

    [Fact]
    public void The_same_object_twice_names_both_places()
    {
        var result = SchemaFileMerge.Merge(
            DatabaseSchema.Empty,
            [new SchemaFile("a.sql", "CREATE VIEW v AS SELECT 1;"), new SchemaFile("b.sql", "\nCREATE OR REPLACE VIEW public.v AS SELECT 1;")],
            _ => "");

        Assert.Equal("The view v is described twice: by a.sql:1:1 and by b.sql:2:1.", Assert.Single(result.Diagnostics).Summary);
    }

    [Fact]
    public void A_name_that_a_class_has_already_names_the_class() => Assert.Equal(
        "The name calls, as table and as view, is described twice: by App.Call and by schema/x.sql:1:1.",
        Assert.Single(Merge("CREATE VIEW calls AS SELECT 1", allowErrors: true).Diagnostics).Summary);

    [Fact]
    public void A_trigger_on_a_table_made_by_hand_is_a_warning()
    {
        var diagnostic = Assert.Single(Merge("CREATE TRIGGER x AFTER INSERT ON legacy EXECUTE FUNCTION f()", allowErrors: true).Diagnostics);

        Assert.Equal((DiagnosticCodes.SchemaFileTargetUnmanaged, DiagnosticSeverity.Warning), (diagnostic.Code, diagnostic.Severity));
    }

    [Fact]
    public void What_is_on_an_object_made_by_hand_brings_no_schema_along()
    {
        var result = Merge("CREATE TRIGGER x AFTER INSERT ON legacy.t EXECUTE FUNCTION f(); GRANT SELECT ON legacy.t TO web;", allowErrors: true);

        Assert.Equal([DiagnosticSeverity.Warning, DiagnosticSeverity.Warning], result.Diagnostics.Select(d => d.Severity));
        Assert.Equal(["privileges", "table", "trigger"], result.Schema.Objects.Select(o => o.Kind));
    }

    [Fact]
    public void One_bad_statement_does_not_hide_the_next() => Assert.Equal(
        [DiagnosticCodes.SchemaFileStatement, DiagnosticCodes.SchemaFileTable],
        Merge("DELETE FROM calls; CREATE VIEW v AS SELECT 1; CREATE TABLE t ()", allowErrors: true).Diagnostics.Select(d => d.Code));

    private static IEnumerable<SchemaObject> Created(string sql) => Merge(sql).Schema.Objects.Where(o => o is not Table);

    private static IEnumerable<string> Names(string sql) => Created(sql).Select(o => $"{o.Kind} {o.Name}");

    private static SchemaFileResult Merge(string sql, bool allowErrors = false)
    {
        var result = SchemaFileMerge.Merge(DatabaseSchema.Of([Calls]), [new SchemaFile("schema/x.sql", sql)], _ => "App.Call");
        if (!allowErrors)
        {
            Assert.Empty(result.Diagnostics);
        }

        return result;
    }
}
