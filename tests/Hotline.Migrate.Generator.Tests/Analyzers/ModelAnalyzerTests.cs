extern alias generator;

using generator::Hotline.Migrate.Generator.Analyzers;
using generator::Hotline.Migrate.Generator.Rules;

namespace Hotline.Migrate.Generator.Tests.Analyzers;

public sealed class ModelAnalyzerTests
{
    /// <summary>Code, the text that the diagnostic is on, and the models.</summary>
    public static TheoryData<string, string, string> Problems => new()
    {
        { "HM0001", "Clock", """[Table("t")] public class A { [Key] public int Id { get; set; } public TimeZoneInfo? Clock { get; set; } }""" },
        { "HM0002", "A", """[Table("t")] public class A { public string? Name { get; set; } }""" },
        { "HM0003", "Other", """[Table("t")] public class A { [Key] public int Id { get; set; } public string? Name { get; set; } [Column("name")] public string? Other { get; set; } }""" },
        { "HM0005", "typeof(B)", """public class B { } [Table("t")] public class A { [Key] public int Id { get; set; } [References(typeof(B))] public int B { get; set; } }""" },
        { "HM0006", "References(typeof(B))", """[Table("b")] public class B { [Key] public Guid Id { get; set; } } [Table("t")] public class A { [Key] public int Id { get; set; } [References(typeof(B))] public int B { get; set; } }""" },
        { "HM0009", "\"\"", """[Table("t")] public class A { [Key] public int Id { get; set; } [Column("")] public int B { get; set; } }""" },
        { "HM0010", "\"Nope\"", """[Table("t"), Unique("Nope")] public class A { [Key] public int Id { get; set; } }""" },
        { "HM0012", "Identity", """[Table("t")] public class A { [Key] public int Id { get; set; } [Identity] public string Name { get; set; } = ""; }""" },
        { "HM0016", "A", """[Table("t")] public abstract class A { [Key] public int Id { get; set; } }""" },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task A_problem_is_reported_at_its_exact_place(string code, string on, string models)
    {
        var diagnostic = Assert.Single(await AnalyzerRun.AnalyzeAsync(new ModelAnalyzer(), models));

        Assert.StartsWith($"{code} '{on}':", diagnostic, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_models_of_one_table_are_reported()
    {
        Assert.Equal(
            [
                "HM0004 'Table(\"t\")': The table 't' is also that of 'App.B'. Give one of them another name.",
                "HM0004 'Table(\"t\")': The table 't' is also that of 'App.A'. Give one of them another name.",
            ],
            await AnalyzerRun.AnalyzeAsync(new ModelAnalyzer(), """
                [Table("t")] public class A { [Key] public int Id { get; set; } }
                [Table("t")] public class B { [Key] public int Id { get; set; } }
                """));
    }

    [Fact]
    public async Task Nothing_is_reported_where_the_generator_is_not_switched_on() =>
        Assert.Empty(await AnalyzerRun.AnalyzeAsync(new ModelAnalyzer(), """[Table("t")] public class A { public string? Name { get; set; } }""", switchedOn: false));

    [Fact]
    public void Every_model_code_has_a_rule()
    {

        var codes = typeof(ModelRules).Assembly.GetType("Hotline.Migrate.Diagnostics.DiagnosticCodes")!.GetFields().Select(f => (string)f.GetRawConstantValue()!)
            .Where(code => string.CompareOrdinal(code, "HM0030") < 0)
            .Order(StringComparer.Ordinal);

        Assert.Equal(codes, ModelRules.All.Select(rule => rule.Id));
    }
}
