using Hotline.Migrate.Generator.Emitting;
using Hotline.Migrate.Generator.Models;
using Hotline.Migrate.Generator.Reading;
using Hotline.Migrate.Generator.Reading.Types;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hotline.Migrate.Generator;

/// <summary>Writes the schema that the models describe into the assembly: a descriptor for each object, and a manifest.</summary>
/// <remarks>It reports nothing: the analyzers do. A model with errors is left out and counted.</remarks>
[Microsoft.CodeAnalysis.Generator(LanguageNames.CSharp)]
public sealed class SchemaGenerator : IIncrementalGenerator
{
    internal const string EnabledProperty = "build_property.HotlineMigrateModels";
    private const string DescriptorAttribute = "Hotline.Migrate.Descriptors.SchemaDescriptorAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = Options(context).WithTrackingName(StepNames.Options);

        var models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.Table,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (match, cancellationToken) => Output((INamedTypeSymbol)match.TargetSymbol, cancellationToken))
            .WithTrackingName(StepNames.Models)
            .Combine(options)
            .Where(static pair => pair.Right.Enabled)
            .Select(static (pair, _) => pair.Left)
            .WithTrackingName(StepNames.EnabledModels);

        var assemblyObjects = context.CompilationProvider
            .Select(static (compilation, cancellationToken) => AssemblyObjects(compilation.Assembly, cancellationToken))
            .WithTrackingName(StepNames.AssemblyObjects)
            .Combine(options)
            .Select(static (pair, _) => pair.Right.Enabled ? pair.Left : []);

        var shared = models
            .Select(static (model, _) => model.Shared)
            .Collect()
            .Combine(assemblyObjects)
            .SelectMany(static (pair, _) => SharedFiles.Of(pair.Left, pair.Right))
            .WithTrackingName(StepNames.SharedObjects);

        var files = models
            .Where(static model => !model.IsSkipped)
            .Select(static (model, _) => ModelFile(model))
            .WithTrackingName(StepNames.Files);

        context.RegisterSourceOutput(files.Combine(options), static (output, pair) => Emit(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(shared.Combine(options), static (output, pair) => Emit(output, pair.Left, pair.Right));

        var sqlFiles = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => SqlFileReader.Read(pair.Left, pair.Right, cancellationToken))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(StepNames.SqlFiles);

        context.RegisterSourceOutput(sqlFiles.Combine(options), static (output, pair) =>
        {
            if (pair.Right.Enabled)
            {
                output.AddSource(SqlFileWriter.HintName(pair.Left), SqlFileWriter.Write(pair.Left));
            }
        });

        var manifest = files.Collect()
            .Combine(shared.Collect())
            .Combine(models.Where(static model => model.IsSkipped).Collect())
            .Combine(sqlFiles.Collect())
            .Select(static (all, _) => ManifestWriter.Manifest([.. all.Left.Left.Left, .. all.Left.Left.Right], all.Right, all.Left.Right.Length))
            .WithTrackingName(StepNames.Manifest);

        context.RegisterSourceOutput(manifest.Combine(options), static (output, pair) =>
        {
            if (pair.Right.Enabled)
            {
                output.AddSource(ManifestWriter.HintName, ManifestWriter.Write(pair.Left));
            }
        });
    }

    private static IncrementalValueProvider<GeneratorOptions> Options(IncrementalGeneratorInitializationContext context)
    {
        var enabled = context.AnalyzerConfigOptionsProvider.Select(static (provider, _) =>
            provider.GlobalOptions.TryGetValue(EnabledProperty, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase));
        var attributes = context.CompilationProvider.Select(static (compilation, _) =>
            compilation.GetTypeByMetadataName(DescriptorAttribute) is not null);
        var rawStrings = context.ParseOptionsProvider.Select(static (parse, _) =>
            parse is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 });
        return enabled.Combine(attributes).Combine(rawStrings)
            .Select(static (all, _) => new GeneratorOptions(all.Left.Left && all.Left.Right, all.Right));
    }

    private static ModelOutput Output(INamedTypeSymbol model, CancellationToken cancellationToken)
    {
        var reading = ModelReader.Read(model, cancellationToken);
        return new ModelOutput(
            model.FullName(),
            reading.Objects.Where(o => o is Table).ToEquatableArray(),
            reading.Objects.Where(o => o is not Table).Select(o => Shared(o, reading)).ToEquatableArray(),
            string.Join(";", reading.Members.Select(m => m.Column + "=" + m.Path)));
    }

    private static SharedObject Shared(SchemaObject schemaObject, ModelReading reading) =>
        schemaObject is EnumType type && reading.Enums.TryGetValue(type, out var declaration)
            ? new SharedObject(type, declaration.FullName(), string.Join(";", EnumMapper.LabelsOf(declaration, EnumLabels.Postgres).Select(l => l.Label + "=" + l.Member.Name)))
            : new SharedObject(schemaObject);

    private static EquatableArray<SharedObject> AssemblyObjects(IAssemblySymbol assembly, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<SchemaObject> objects = [.. ObjectReader.Read(ModelAttribute.Of(assembly), ObjectReader.DefaultSchema(assembly))];
        return objects.Concat(ObjectReader.SchemasOf(objects)).Select(o => new SharedObject(o)).ToEquatableArray();
    }

    private static DescriptorFile ModelFile(ModelOutput model) =>
        new(HintNames.Of(model.Type), model.Type, model.Members, model.Own);

    private static void Emit(SourceProductionContext output, DescriptorFile file, GeneratorOptions options) =>
        output.AddSource(file.HintName, DescriptorFileWriter.Write(file, options));
}
