extern alias generator;

using generator::Hotline.Migrate.Generator.Analyzers;
using Hotline.Migrate.Descriptors.Writing;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Generator.Tests.Analyzers;
using Hotline.Migrate.Generator.Tests.Driving;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Scaffolding;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Tests.Scaffolding;

/// <summary>A scaffold of a schema, compiled with the generator and read back.</summary>
internal sealed class ScaffoldedModel
{
    private ScaffoldedModel(Scaffold scaffold, DatabaseSchema schema)
    {
        Scaffold = scaffold;
        Schema = schema;
    }

    /// <summary>The files.</summary>
    public Scaffold Scaffold { get; }

    /// <summary>What the compiled classes say.</summary>
    public DatabaseSchema Schema { get; }

    /// <summary>Scaffolds and compiles; a warning of the compiler or of our analyzers fails the test.</summary>
    public static async Task<ScaffoldedModel> OfAsync(DatabaseSchema database, ScaffoldOptions? options = null)
    {
        var scaffold = Scaffolder.Of(database, options ?? new ScaffoldOptions { Namespace = "Shop.Models" });
        var compilation = ModelCompilation.Create(
            "Scaffolded", [.. scaffold.Files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(f => f.Text)], [], withUsings: false);
        var warnings = compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(d => d.Severity >= DiagnosticSeverity.Warning)
            .Concat(await AnalyzerRun.DiagnosticsAsync(compilation, new ModelAnalyzer()))
            // A doubt about what the database has: the model has to say it all the same.
            .Where(d => d.Id != "HM0025");
        Assert.Equal("", string.Join('\n', warnings.Select(d => Describe(d)).Take(40)));
        var run = GeneratorRun.Of(compilation);
        Assert.Equal(0, run.Manifest!.SkippedCount);
        var merged = SchemaFileMerge.Merge(
            DatabaseSchema.Of(run.Objects),
            scaffold.Files.Where(f => f.Path.EndsWith(".sql", StringComparison.Ordinal)).Select(f => new SchemaFile(f.Path, f.Text)),
            _ => "a class");
        Assert.Equal("", string.Join('\n', merged.Diagnostics.Take(20)));
        return new ScaffoldedModel(scaffold, merged.Schema);
    }

    /// <summary>What a migration from <paramref name="database"/> to the model would do; empty when they are the same.</summary>
    public string DifferenceFrom(DatabaseSchema database)
    {
        var diff = SchemaDiffer.Diff(database, Schema);
        return string.Join('\n', diff.Operations.Select(o => OperationSummary.Of(o).ToString()).Concat(diff.Diagnostics.Select(d => d.ToString())));
    }

    /// <summary>The objects in which the two differ, as descriptors: the database's, then the model's.</summary>
    public string DescriptorsThatDiffer(DatabaseSchema database) => string.Join('\n', database.Objects
        .Where(o => !Schema.Objects.Contains(o))
        .Concat(Schema.Objects.Where(o => !database.Objects.Contains(o)))
        .OrderBy(o => o.Kind, StringComparer.Ordinal)
        .ThenBy(o => o.Name)
        .Select(DescriptorWriter.Write));

    private static string Describe(Diagnostic diagnostic) =>
        $"{diagnostic.Id} {diagnostic.GetMessage(null)} in: {diagnostic.Location.SourceTree?.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start)}";
}
