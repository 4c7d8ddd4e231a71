extern alias generator;

using generator::Hotline.Migrate.Generator.Analyzers;

namespace Hotline.Migrate.Generator.Tests.Analyzers;

/// <summary>Mistakes that only the server would have found, or nobody.</summary>
public sealed class AttributeTextTests
{
    [Theory]
    [InlineData("Check(\"(a > 0\")", "a '(' is not closed")]
    [InlineData("Check(\"a > 0)\")", "a ')' closes nothing")]
    [InlineData("Check(\"named\", \"(a = 1]\")", "a ']' closes nothing")]
    [InlineData("Check(\"b <> 'x\")", "a quote is not closed")]
    [InlineData("Check(\"b <> E'x\\\\'\")", "a quote is not closed")]
    [InlineData("Check(\"\\\"a > 0\")", "a quote is not closed")]
    [InlineData("Check(\"b <> $q$x$$\")", "'$q$' is not closed")]
    [InlineData("Check(\"a > 0 /* /* */\")", "a comment is not closed")]
    [InlineData("Check(\"a > 0 -- positive\")", "a comment at its end hides what follows")]
    [InlineData("Check(\"a > 0;\")", "a ';' ends a statement")]
    [InlineData("Index(\"lower(b\")", "a '(' is not closed")]
    [InlineData("Index(nameof(A), Where = \"b = 'x\")", "a quote is not closed")]
    [InlineData("Exclusion(\"lower(b WITH =\")", "a '(' is not closed")]
    [InlineData("Policy(\"p\", Using = \"(a = 1\")", "a '(' is not closed")]
    public async Task Sql_that_is_not_whole_is_reported(string attribute, string problem)
    {
        var reported = Assert.Single(await AnalyzeAsync($"[{attribute}]", ""));

        Assert.StartsWith("HM0024", reported, StringComparison.Ordinal);
        Assert.Contains(problem, reported, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[DefaultSql(\"lower('x'\")]")]
    [InlineData("[Generated(\"lower('x'\")]")]
    [InlineData("[Backfill(\"lower('x'\")]")]
    public async Task So_is_that_of_a_property(string attribute)
    {
        var reported = Assert.Single(await AnalyzeAsync("", attribute + " public string? C { get; set; }"));

        Assert.Equal("HM0024 '\"lower('x'\"': The SQL text 'lower('x'' is not whole: a '(' is not closed.", reported);
    }

    [Theory]
    [InlineData("b <> '(' AND b <> 'it''s' AND b <> E'\\\\'' AND \\\"b\\\" <> $$)$$ /* ( /* ' */ ; */ -- ) \\n AND a = ANY (ARRAY[1, 2])")]
    [InlineData("b$1 <> b$1 OR b ~ '^\\\\$'")]
    [InlineData("b <> 'E' AND b <> 'x\\\\'")]
    public async Task Sql_that_is_whole_is_not(string sql) => Assert.Empty(await AnalyzeAsync($"[Check(\"named\", \"{sql}\")]", ""));

    [Theory]
    [InlineData("gni", "gin")]
    [InlineData("bree", "btree")]
    [InlineData("gists", "gist")]
    public async Task A_mistyped_index_method_is_reported(string method, string meant)
    {
        Assert.Equal(
            [$"HM0019 'Method = \"{method}\"': PostgreSQL has no index method '{method}'; '{meant}' is one."],
            await AnalyzeAsync($"[Index(nameof(A), Method = \"{method}\")]", ""));
    }

    [Theory]
    [InlineData("hnsw")]
    [InlineData("rum")]
    [InlineData("GIST")]
    [InlineData("something_of_an_extension")]
    public async Task A_method_that_may_be_there_is_not(string method) => Assert.Empty(await AnalyzeAsync($"[Index(nameof(A), Method = \"{method}\")]", ""));

    [Theory]
    [InlineData("jsonb", "{\\\"a\\\": 1,}")]
    [InlineData("jsonb", "{a: 1}")]
    [InlineData("json", "")]
    [InlineData("jsonb", "[1, 2")]
    [InlineData("jsonb", "01")]
    [InlineData("jsonb", "\\\"\\\\x\\\"")]
    [InlineData("jsonb", "{} {}")]
    [InlineData("time", "25:99")]
    [InlineData("time", "12:61:00")]
    [InlineData("time", "24:01")]
    public async Task A_default_that_is_none_of_the_type_is_reported(string type, string value) =>
        Assert.StartsWith("HM0015", Assert.Single(await AnalyzeAsync("", Default(type, value))), StringComparison.Ordinal);

    [Theory]
    [InlineData("jsonb", " {\\\"a\\\": [1, -2.5e+3, true, null, \\\"\\\\u00e9\\\\n\\\"], \\\"b\\\": {}} ")]
    [InlineData("jsonb", "[]")]
    [InlineData("json", "0")]
    [InlineData("time", "24:00:00")]
    [InlineData("time", "23:59:60")]
    [InlineData("time", "9:05 PM")]
    [InlineData("time", "allballs")]
    public async Task A_default_of_the_type_is_not(string type, string value) => Assert.Empty(await AnalyzeAsync("", Default(type, value)));

    [Theory]
    [InlineData("[NotMapped, Index] public int C { get; set; }", "'A.C' is no column ([NotMapped]), so that the attribute says nothing.")]
    [InlineData("[Comment(\"c\")] public int C => 1;", "'A.C' is no column (it has no setter), so that the attribute says nothing.")]
    [InlineData("[Unique] private int C { get; set; }", "'A.C' is no column (it is not public), so that the attribute says nothing.")]
    [InlineData("[Index] public static int C { get; set; }", "'A.C' is no column (it is static), so that the attribute says nothing.")]
    [InlineData("[RenamedFrom(\"c\")] public int C;", "'A.C' is no column (it is a field), so that the attribute says nothing.")]
    [InlineData("public int? OtherId { get; set; } [RenamedFrom(\"c\")] public B? Other { get; set; }", "'A.Other' leads to another model and is no column; put the attribute on the property that holds the key.")]
    public async Task An_attribute_on_what_is_no_column_is_reported(string property, string message)
    {
        var reported = Assert.Single(await AnalyzeAsync("", property));

        Assert.StartsWith("HM0019", reported, StringComparison.Ordinal);
        Assert.EndsWith(message, reported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_derived_class_may_leave_a_column_out() => Assert.Empty(await AnalyzerRun.AnalyzeAsync(new ModelAnalyzer(), """
        public abstract class Base { [Key] public int Id { get; set; } [Index] public virtual int C { get; set; } }
        [Table("t")] public class A : Base { [NotMapped] public override int C { get; set; } }
        """));

    [Theory]
    [InlineData("Sequence(\"\")", "HM0009")]
    [InlineData("Sequence(\"s\", Schema = \"pg_x\")", "HM0009")]
    [InlineData("Sequence(\"s\", Type = \"text\")", "HM0012")]
    [InlineData("Sequence(\"s\", Increment = 0)", "HM0019")]
    [InlineData("Sequence(\"s\", Minimum = 5, Maximum = 5)", "HM0019")]
    [InlineData("Sequence(\"s\", Minimum = 5, Start = 1)", "HM0019")]
    [InlineData("Sequence(\"s\", OwnedBy = new[] { \"t\" })", "HM0019")]
    [InlineData("PostgresSchema(\"pg_x\")", "HM0009")]
    [InlineData("PostgresExtension(\"\")", "HM0009")]
    [InlineData("DefaultSchema(\"information_schema\")", "HM0009")]
    public async Task A_mistake_in_an_attribute_of_the_assembly_is_reported(string attribute, string code)
    {
        var compilation = AnalyzerRun.CompileFile($"[assembly: Hotline.Migrate.{attribute}]\n[System.ComponentModel.DataAnnotations.Schema.Table(\"t\", Schema = \"public\")] public class A {{ public int Id {{ get; set; }} }}");

        var diagnostic = Assert.Single(await AnalyzerRun.DiagnosticsAsync(compilation, new ModelAnalyzer()));
        Assert.Equal((code, 0), (diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
    }

    private static string Default(string type, string value) => $"[Column(TypeName = \"{type}\"), Default(\"{value}\")] public string C {{ get; set; }} = \"\";";

    private static Task<IReadOnlyList<string>> AnalyzeAsync(string attributes, string property) => AnalyzerRun.AnalyzeAsync(
        new ModelAnalyzer(),
        $$"""
        [Table("b")] public class B { [Key] public int Id { get; set; } }
        {{attributes}} [Table("t")] public class A { [Key] public int Id { get; set; } [Column("a")] public int A1 { get; set; } public string B { get; set; } = ""; {{property}} }
        """.Replace("nameof(A)", "nameof(A.A1)", StringComparison.Ordinal));
}
