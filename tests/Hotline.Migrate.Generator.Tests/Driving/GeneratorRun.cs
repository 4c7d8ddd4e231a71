extern alias generator;

using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Hotline.Migrate.Descriptors;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hotline.Migrate.Generator.Tests.Driving;

/// <summary>One run of the generator: the compilation that it leaves, and what the emitted assembly says.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriver driver, IReadOnlyList<EmittedDescriptor> descriptors, EmittedManifest? manifest)
    {
        Driver = driver;
        Descriptors = descriptors;
        Manifest = manifest;
    }

    /// <summary>The driver after the run.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>The descriptors in the emitted assembly.</summary>
    public IReadOnlyList<EmittedDescriptor> Descriptors { get; }

    /// <summary>The manifest in the emitted assembly.</summary>
    public EmittedManifest? Manifest { get; }

    /// <summary>The generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Files => Driver.GetRunResult().Results.Single().GeneratedSources
        .ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    /// <summary>The objects that the descriptors describe.</summary>
    public IReadOnlyList<SchemaObject> Objects => [.. Descriptors.Select(d => DescriptorReader.Read(d.Json))];

    /// <summary>The only table.</summary>
    public Table Table => Objects.OfType<Table>().Single();

    /// <summary>Runs over model sources; the result must compile.</summary>
    public static GeneratorRun Of(params IReadOnlyList<string> sources) => Of(ModelCompilation.Of(sources));

    /// <summary>Runs over a compilation; the result must compile.</summary>
    public static GeneratorRun Of(CSharpCompilation compilation, bool enabled = true)
    {
        var driver = CreateDriver(compilation, enabled)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        using var stream = new MemoryStream();
        var emitted = output.Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        stream.Position = 0;
        using var pe = new PEReader(stream);
        var (descriptors, manifest) = EmittedAttributes.Read(pe.GetMetadataReader());
        return new GeneratorRun(driver, descriptors, manifest);
    }

    /// <summary>A driver for a project that has us switched on, or not; it tracks steps.</summary>
    public static GeneratorDriver CreateDriver(CSharpCompilation compilation, bool enabled = true, IIncrementalGenerator? generator = null) =>
        CSharpGeneratorDriver.Create(
            [(generator ?? new generator::Hotline.Migrate.Generator.SchemaGenerator()).AsSourceGenerator()],
            additionalTexts: [],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            optionsProvider: new Options(enabled),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private sealed class Options(bool enabled) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(
            enabled ? ImmutableDictionary<string, string>.Empty.Add("build_property.HotlineMigrateModels", "true") : ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
