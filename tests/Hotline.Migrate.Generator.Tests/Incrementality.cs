using Hotline.Migrate.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hotline.Migrate.Generator.Tests;

public sealed class Incrementality
{
    private const string User =
        """
        [PostgresEnum] public enum Kind { One }
        [Table("users", Schema = "crm"), Index("Name")]
        public class User { public int Id { get; set; } public string Name { get; set; } = ""; public Kind Kind { get; set; } }
        """;

    private const string Call =
        """
        [assembly: Sequence("numbers")]
        [Table("calls")] public class Call { public int Id { get; set; } [References(typeof(User))] public int UserId { get; set; } }
        """;

    private const string Other = "public class Other { public int Value; }";

    private static CSharpCompilation Base => ModelCompilation.Of(User, Call, Other);

    public static TheoryData<string> Steps => [.. StepRun.Names];

    public static TheoryData<string, string> Unrelated
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var step in StepRun.Names)
            {
                data.Add(step, "nothing");
                data.Add(step, "another file");
                data.Add(step, "a comment in the model's file");
                data.Add(step, "a method body in the model's file");
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Unrelated))]
    public void A_step_has_nothing_new_when_no_model_changes(string step, string change)
    {
        var run = StepRun.Of(Base, Changed(change));
        Assert.Contains(run.ReasonsOf(step), (string[])["Cached", "Unchanged", "Cached, Unchanged"]);
        Assert.Equal("Cached", run.ReasonsOfOutputs());
    }

    [Fact]
    public void A_changed_column_runs_what_depends_on_it_and_no_more()
    {
        var run = StepRun.Of(Base, Replaced(2, Call.Replace("int Id", "long Id", StringComparison.Ordinal)));
        Assert.Equal("Modified, Unchanged", run.ReasonsOf("Models"));
        Assert.Equal("Cached, Modified", run.ReasonsOf("Files"));
        Assert.Equal("Modified", run.ReasonsOf("Manifest"));
        Assert.Equal("Cached", run.ReasonsOf("Options"));
        Assert.Equal((2, 0), (run.CountOfOutputs(IncrementalStepRunReason.Modified), run.CountOfOutputs(IncrementalStepRunReason.New)));
    }

    [Fact]
    public void A_base_class_in_another_file_changes_the_models_that_derive_from_it()
    {
        const string Model = "[Table(\"a\")] public class A : Root { }";
        var before = ModelCompilation.Of(Model, "public class Root { public int Id { get; set; } }");
        var after = Replaced(before, 2, "public class Root { public long Id { get; set; } }");
        Assert.Equal("Modified", StepRun.Of(before, after).ReasonsOf("Models"));
    }

    [Fact]
    public void An_added_model_adds_its_file_and_changes_the_manifest_alone()
    {
        var before = Base;
        var after = before.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            "[Table(\"added\")] public class Added { public int Id { get; set; } }",
            (CSharpParseOptions)before.SyntaxTrees[0].Options,
            "Added.cs",
            cancellationToken: TestContext.Current.CancellationToken));
        var run = StepRun.Of(before, after);
        Assert.Equal("Cached, New", run.ReasonsOf("Files"));
        Assert.Equal("Modified", run.ReasonsOf("Manifest"));
        Assert.Equal((1, 1), (run.CountOfOutputs(IncrementalStepRunReason.New), run.CountOfOutputs(IncrementalStepRunReason.Modified)));
    }

    [Fact]
    public void Independent_compilations_give_equal_values()
    {
        var first = StepRun.Of(Base, Base).Values.ToList();
        var second = StepRun.Of(Base, Base).Values.ToList();
        Assert.Equal(first, second);
        Assert.Equal(first.Select(v => v.GetHashCode()), second.Select(v => v.GetHashCode()));
    }

    [Fact]
    public void Every_step_is_tracked() => Assert.All(StepRun.Names, step => Assert.NotEqual("", StepRun.Of(Base, Base).ReasonsOf(step)));

    [Fact]
    public void No_step_holds_anything_of_the_compiler()
    {
        var values = StepRun.Of(Base, Base).Values.ToList();
        Assert.NotEmpty(values);
        Assert.All(values, value => Assert.Null(HeldObjects.FindCompilerObject(value)));
    }

    [Fact]
    public void A_generator_that_holds_a_symbol_is_found_out()
    {
        var run = StepRun.Of(Base, Changed("another file"), new SymbolHoldingGenerator());
        Assert.Contains("Modified", run.ReasonsOf(SymbolHoldingGenerator.Step), StringComparison.Ordinal);
        Assert.NotEqual("Cached", run.ReasonsOfOutputs());
        Assert.All(run.Values, value => Assert.NotNull(HeldObjects.FindCompilerObject(value)));
    }

    private static CSharpCompilation Changed(string change) => change switch
    {
        "another file" => Replaced(3, Other.Replace("Value", "Changed", StringComparison.Ordinal)),
        "a comment in the model's file" => Replaced(1, "// A comment.\n" + User),
        "a method body in the model's file" => Replaced(1, User + " public class Beside { int M() => 1; }"),
        _ => Base,
    };

    private static CSharpCompilation Replaced(int file, string text) => Replaced(Base, file, text);

    private static CSharpCompilation Replaced(CSharpCompilation before, int file, string text)
    {
        var tree = before.SyntaxTrees[file];
        return before.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath));
    }
}
