extern alias generator;

using generator::Hotline.Migrate.Generator.Analyzers;
using Hotline.Migrate.CodeFixes;
using Hotline.Migrate.Generator.Tests.Analyzers;
using Hotline.Migrate.Generator.Tests.Driving;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Hotline.Migrate.Generator.Tests.CodeFixes;

public sealed class SayRenamedFixTests
{
    private static readonly Table Users = SnapshotTexts.Table(QualifiedName.Of("users"), ("id", "integer"), ("mail", "text"));

    [Fact]
    public async Task A_column_gets_the_attribute_on_a_line_of_its_own() =>
        Assert.Equal("""
            [Table("users")]
            public class User
            {
                [Key]
                public int Id { get; set; }

                /// <summary>Where to write to.</summary>
                [RenamedFrom("mail")]
                public string Email { get; set; } = "";
            }
            """,
            await FixAsync("Say that users.mail was renamed to users.email: [RenamedFrom(\"mail\")]", """
            [Table("users")]
            public class User
            {
                [Key]
                public int Id { get; set; }

                /// <summary>Where to write to.</summary>
                public string Email { get; set; } = "";
            }
            """, Users));

    [Theory]
    [InlineData("public string Email { get; set; }", "[RenamedFrom(\"mail\")] public string Email { get; set; }")]
    [InlineData("[Required] public string Email { get; set; }", "[Required] [RenamedFrom(\"mail\")] public string Email { get; set; }")]
    [InlineData("[RenamedFrom(\"maill\")] public string Email { get; set; }", "[RenamedFrom(\"mail\")] public string Email { get; set; }")]
    public async Task What_stands_on_one_line_stays_there(string before, string after)
    {
        const string Model = """[Table("users")] public class User { [Key] public int Id { get; set; } """;

        Assert.Equal(Model + after + " }", await FixAsync("Say that users.mail", Model + before + " }", Users));
    }

    [Fact]
    public async Task A_record_s_parameter_gets_the_attribute_for_its_property() =>
        Assert.Equal(
            """[Table("users")] public record User([property: Key] int Id, [property: RenamedFrom("mail")] string Email);""",
            await FixAsync("Say that users.mail", """[Table("users")] public record User([property: Key] int Id, string Email);""", Users));

    [Fact]
    public async Task A_table_names_its_old_schema_where_that_changed() =>
        Assert.Equal("""
            [Table("users", Schema = "crm")]
            [RenamedFrom("members", Schema = "old.one")]
            public class User { [Key] public int Id { get; set; } public string Mail { get; set; } = ""; }
            """,
            await FixAsync("Say that old.one.members was renamed to crm.users: [RenamedFrom(\"members\", Schema = \"old.one\")]", """
            [Table("users", Schema = "crm")]
            public class User { [Key] public int Id { get; set; } public string Mail { get; set; } = ""; }
            """, Users with { Name = new QualifiedName("old.one", "members") }));

    [Fact]
    public async Task There_is_an_action_for_each_thing_that_it_may_have_been() =>
        Assert.Equal(
            """[Table("users")] public class User { [Key] public int Id { get; set; } [RenamedFrom("a\"b")] public string Email { get; set; } = ""; }""",
            await FixAsync(
                "Say that users.a\"b",
                """[Table("users")] public class User { [Key] public int Id { get; set; } public string Email { get; set; } = ""; }""",
                SnapshotTexts.Table(QualifiedName.Of("users"), ("id", "integer"), ("mail", "text"), ("a\"b", "text"))));

    [Fact]
    public async Task Enums_and_labels_get_the_attribute_too()
    {
        var states = new EnumType { Name = QualifiedName.Of("states"), Labels = ["open", "closed"] };

        Assert.Equal("[PostgresEnum]\n[RenamedFrom(\"states\")]\npublic enum Phase { Open, Closed }", await FixAsync("Say that states", "[PostgresEnum]\npublic enum Phase { Open, Closed }", states));
        Assert.Equal(
            "[PostgresEnum]\npublic enum States\n{\n    Open,\n    [RenamedFrom(\"closed\")]\n    Done,\n}",
            await FixAsync("Say that states.closed", "[PostgresEnum]\npublic enum States\n{\n    Open,\n    Done,\n}", states));
    }

    [Fact]
    public async Task A_file_without_the_using_gets_it_in_its_place()
    {
        var changed = await FixFileAsync(
            "Say that",
            """
            // About this file.
            using System;
            using System.ComponentModel.DataAnnotations;
            using Zoo;

            namespace Zoo;

            [System.ComponentModel.DataAnnotations.Schema.Table("users")] public class User { [Key] public int Id { get; set; } public string Email { get; set; } = ""; }
            """,
            Users);

        Assert.StartsWith("// About this file.\nusing System;\nusing System.ComponentModel.DataAnnotations;\nusing Hotline.Migrate;\nusing Zoo;\n", changed, StringComparison.Ordinal);
        Assert.StartsWith(
            "// About this file.\nusing Hotline.Migrate;\n\nnamespace Zoo;\n",
            await FixFileAsync(
                "Say that",
                """
                // About this file.
                namespace Zoo;

                [System.ComponentModel.DataAnnotations.Schema.Table("users")] public class User { public int Id { get; set; } public string Email { get; set; } = ""; }
                """,
                Users),
            StringComparison.Ordinal);
    }

    private static async Task<string> FixAsync(string title, string models, params SchemaObject[] snapshot) =>
        (await FixFileAsync(title, AnalyzerRun.Usings + models, snapshot))[AnalyzerRun.Usings.ReplaceLineEndings("\n").Length..];

    /// <summary>Applies the action with that title; the result has to compile, and to be asked for nothing more.</summary>
    private static async Task<string> FixFileAsync(string title, string source, params SchemaObject[] snapshot)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = AnalyzerRun.CompileFile(source);
        var diagnostic = Assert.Single(await AnalyzerRun.DiagnosticsAsync(compilation, new RenameAnalyzer(), files: SnapshotTexts.Of(snapshot)));

        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("App", LanguageNames.CSharp)
            .AddMetadataReferences(compilation.References)
            .AddDocument("App.cs", await compilation.SyntaxTrees[0].GetTextAsync(cancellationToken));
        var actions = new List<CodeAction>();
        await new SayRenamedFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (found, _) => actions.Add(found), cancellationToken));
        var action = Assert.Single(actions, a => a.Title.StartsWith(title, StringComparison.Ordinal));
        var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(cancellationToken)));
        var changed = (await operation.ChangedSolution.GetDocument(document.Id)!.GetTextAsync(cancellationToken)).ToString();

        var after = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText(changed, cancellationToken: cancellationToken));
        Assert.Empty(after.GetDiagnostics(cancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        Assert.Empty(await AnalyzerRun.DiagnosticsAsync(after, new RenameAnalyzer(), files: SnapshotTexts.Of(snapshot)));
        return changed.ReplaceLineEndings("\n");
    }
}
