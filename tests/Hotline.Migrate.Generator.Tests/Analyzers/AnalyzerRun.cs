extern alias annotations;

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hotline.Migrate.Generator.Tests.Analyzers;

/// <summary>Compiles model source and runs an analyzer over it.</summary>
internal static class AnalyzerRun
{
    /// <summary>What each source begins with.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using Hotline.Migrate;
        namespace App;

        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll")
            .Append(typeof(annotations::Hotline.Migrate.TenantKeyAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The diagnostics of <paramref name="analyzer"/>, each as <c>HM0001 'text it is on': message</c>, in the order of the source.</summary>
    public static async Task<IReadOnlyList<string>> AnalyzeAsync(DiagnosticAnalyzer analyzer, string source, bool switchedOn = true)
    {
        var diagnostics = await DiagnosticsAsync(Compile(source), analyzer, switchedOn);
        return [.. diagnostics.Select(d => $"{d.Id} '{d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}': {d.GetMessage(null)}")];
    }

    /// <summary>The compilation of <paramref name="source"/> behind <see cref="Usings"/>; the test fails when it has errors.</summary>
    public static CSharpCompilation Compile(string source) => CompileFile(Usings + source);

    /// <summary>The compilation of a file as it is; the test fails when it has errors.</summary>
    public static CSharpCompilation CompileFile(string source)
    {
        var compilation = CSharpCompilation.Create(
            "App",
            [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    /// <summary>The diagnostics of <paramref name="analyzer"/>, in the order of the source.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(
        Compilation compilation, DiagnosticAnalyzer analyzer, bool switchedOn = true, bool owner = true, params IEnumerable<AdditionalText> files)
    {
        var options = new AnalyzerOptions([.. files], new BuildProperties(switchedOn, owner));
        var diagnostics = await compilation.WithAnalyzers([analyzer], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(diagnostics, d => d.Id.StartsWith("AD", StringComparison.Ordinal));
        return [.. diagnostics.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private sealed class BuildProperties(bool switchedOn, bool owner) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(switchedOn, owner);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(bool switchedOn, bool owner) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = (switchedOn && key == "build_property.HotlineMigrateModels") || (owner && key == "build_property.HotlineMigrateOwner") ? "true" : null;
            return value is not null;
        }
    }
}
