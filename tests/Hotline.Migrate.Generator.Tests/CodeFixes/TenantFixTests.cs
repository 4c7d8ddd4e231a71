extern alias generator;

using Hotline.Migrate.CodeFixes;
using generator::Hotline.Migrate.Generator.Analyzers;
using Hotline.Migrate.Generator.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Hotline.Migrate.Generator.Tests.CodeFixes;

public sealed class TenantFixTests
{
    private const string Base = """
        public abstract class TenantBaseModel { [TenantKey] public Guid TenantId { get; init; } public Guid Id { get; init; } }

        """;

    [Fact]
    public async Task The_missing_index_is_added_to_the_class()
    {
        var changed = await FixAsync(new AddTenantIndexFix(), """
            [Table("calls"), PrimaryKey(nameof(Id))]
            public class Call : TenantBaseModel;
            """);

        Assert.Equal("""
            [Table("calls"), PrimaryKey(nameof(Id))]
            [Index(nameof(TenantId))]
            public class Call : TenantBaseModel;
            """, changed);
    }

    [Fact]
    public async Task The_tenant_is_put_in_front_of_a_unique_key()
    {
        var changed = await FixAsync(new CarryTenantFix(), """
            [Table("users"), PrimaryKey(nameof(TenantId), nameof(Id))]
            [Unique(nameof(Email), Name = "uq")]
            public class User : TenantBaseModel { public string Email { get; set; } = ""; }
            """);

        Assert.Contains("[Unique(nameof(TenantId), nameof(Email), Name = \"uq\")]", changed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unique_key_on_a_property_moves_to_the_class()
    {
        var changed = await FixAsync(new CarryTenantFix(), """
            [Table("users"), PrimaryKey(nameof(TenantId), nameof(Id))]
            public class User : TenantBaseModel
            {
                [Unique]
                public string Email { get; set; } = "";
            }
            """);

        Assert.Equal("""
            [Table("users"), PrimaryKey(nameof(TenantId), nameof(Id))]
            [Unique(nameof(TenantId), nameof(Email))]
            public class User : TenantBaseModel
            {
                public string Email { get; set; } = "";
            }
            """, changed);
    }

    [Fact]
    public async Task A_reference_carries_the_tenant_to_the_target_s_key()
    {
        var changed = await FixAsync(new CarryTenantFix(), """
            [Table("users"), PrimaryKey(nameof(Id)), Unique(nameof(TenantId), nameof(Id))]
            public class User : TenantBaseModel;
            [Table("calls"), PrimaryKey(nameof(TenantId), nameof(Id))]
            [References(typeof(User), nameof(AgentId), TargetProperties = new[] { nameof(User.Id) })]
            public class Call : TenantBaseModel { public Guid AgentId { get; set; } }
            """);

        Assert.Contains(
            "[References(typeof(User), nameof(TenantId), nameof(AgentId), TargetProperties = new[] { nameof(User.TenantId), nameof(User.Id) })]",
            changed,
            StringComparison.Ordinal);
    }

    /// <summary>Applies the fix for the first tenancy diagnostic; the result has to compile, and to be free of it.</summary>
    private static async Task<string> FixAsync(CodeFixProvider fix, string models)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = AnalyzerRun.Compile(Base + models);
        var diagnostic = (await AnalyzerRun.DiagnosticsAsync(compilation, new ModelAnalyzer()))[0];

        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("App", LanguageNames.CSharp)
            .AddDocument("App.cs", await compilation.SyntaxTrees[0].GetTextAsync(cancellationToken));
        CodeAction? action = null;
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (found, _) => action ??= found, cancellationToken));
        var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action!.GetOperationsAsync(cancellationToken)));
        var changed = (await operation.ChangedSolution.GetDocument(document.Id)!.GetTextAsync(cancellationToken)).ToString();

        var after = compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[0],
            CSharpSyntaxTree.ParseText(changed, cancellationToken: cancellationToken));
        Assert.Empty(after.GetDiagnostics(cancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        Assert.DoesNotContain(await AnalyzerRun.DiagnosticsAsync(after, new ModelAnalyzer()), d => d.Id == diagnostic.Id);
        return changed.ReplaceLineEndings("\n")[(AnalyzerRun.Usings + Base).ReplaceLineEndings("\n").Length..];
    }
}
