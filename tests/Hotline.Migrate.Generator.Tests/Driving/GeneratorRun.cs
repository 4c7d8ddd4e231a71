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
    private GeneratorRun(
        GeneratorDriver driver,
        IReadOnlyList<(string Path, string Text)> schemaFiles,
        IReadOnlyList<EmittedDescriptor> descriptors,
        EmittedManifest? manifest)
    {
        Driver = driver;
        SchemaFiles = schemaFiles;
        Descriptors = descriptors;
        Manifest = manifest;
    }

    /// <summary>The driver after the run.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>The files of the schema folder, as the assembly's attributes have them.</summary>
    public IReadOnlyList<(string Path, string Text)> SchemaFiles { get; }

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
    public static GeneratorRun Of(CSharpCompilation compilation, bool enabled = true, params IReadOnlyList<SqlText> sqlFiles)
    {
        var driver = CreateDriver(compilation, enabled, sqlFiles: sqlFiles)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        using var stream = new MemoryStream();
        var emitted = output.Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        stream.Position = 0;
        using var pe = new PEReader(stream);
        var (descriptors, manifest) = EmittedAttributes.Read(pe.GetMetadataReader());
        var schemaFiles = output.Assembly.GetAttributes()
            .Where(a => a.AttributeClass!.Name == "SchemaFileAttribute")
            .Select(a => ((string)a.ConstructorArguments[0].Value!, (string)a.ConstructorArguments[1].Value!));
        return new GeneratorRun(driver, [.. schemaFiles], descriptors, manifest);
    }

    /// <summary>A driver for a project that has us switched on, or not; it tracks steps.</summary>
    public static GeneratorDriver CreateDriver(
        CSharpCompilation compilation, bool enabled = true, IIncrementalGenerator? generator = null, IReadOnlyList<SqlText>? sqlFiles = null) =>
        CSharpGeneratorDriver.Create(
            [(generator ?? new generator::Hotline.Migrate.Generator.SchemaGenerator()).AsSourceGenerator()],
            additionalTexts: sqlFiles ?? [],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            optionsProvider: new Options(enabled),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private sealed class Options(bool enabled) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(
            ImmutableDictionary<string, string>.Empty
                .Add("build_property.HotlineMigrateModels", enabled ? "true" : "false")
                .Add("build_property.ProjectDir", "/code/App/"));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is SqlText { IsOurs: true }
            ? new Values(ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.HotlineMigrateSchema", "true"))
            : GlobalOptions;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
