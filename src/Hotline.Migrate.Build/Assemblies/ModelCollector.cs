using Hotline.Migrate.Descriptors;
using Hotline.Migrate.Descriptors.Writing;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles;

namespace Hotline.Migrate.Build.Assemblies;

/// <summary>Puts the descriptors of a project and of its references together, and refuses what is not whole.</summary>
/// <remarks>A generator that crashed or did not load must never look like dropped tables, so nothing is guessed here.</remarks>
internal static class ModelCollector
{
    /// <summary>The model of <paramref name="assemblies"/>; it holds only if no diagnostic is an error.</summary>
    public static (ProjectModel Model, IReadOnlyList<Diagnostic> Diagnostics) Collect(IReadOnlyList<DescribedAssembly> assemblies)
    {
        List<Diagnostic> diagnostics = [.. assemblies.SelectMany(Check)];
        if (diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
        {
            return (ProjectModel.Empty, diagnostics);
        }

        var objects = new Dictionary<(string Kind, QualifiedName Name), Described>();
        foreach (var assembly in assemblies)
        {
            foreach (var descriptor in assembly.Descriptors)
            {
                var schemaObject = DescriptorReader.Read(descriptor.Json);
                var described = new Described(schemaObject, descriptor, assembly);
                var key = (schemaObject.Kind, schemaObject.Name);
                if (!objects.TryGetValue(key, out var other) || IsBare(other.Object))
                {
                    objects[key] = described;
                }
                else if (other.Object != schemaObject && !IsBare(schemaObject))
                {
                    diagnostics.Add(DescribedTwice(other, described));
                }
            }
        }

        var merged = SchemaFileMerge.Merge(
            DatabaseSchema.Of(objects.Values.Select(d => d.Object)),
            assemblies.SelectMany(Files),
            o => objects[(o.Kind, o.Name)].Source);
        diagnostics.AddRange(merged.Diagnostics);
        var ofClasses = objects.Values
            .Where(d => d.Descriptor.Type is not null)
            .Select(d => new ModelOrigin(d.Object.Kind, d.Object.Name.ToString(), d.Descriptor.Type!, d.Descriptor.Members));
        var ofFiles = merged.Places
            .Where(p => !objects.ContainsKey(p.Key))
            .Select(p => new ModelOrigin(p.Key.Kind, p.Key.Name.ToString(), p.Value));
        var model = new ProjectModel(
            merged.Schema,
            ofClasses.Concat(ofFiles)
                .OrderBy(o => o.Kind, StringComparer.Ordinal)
                .ThenBy(o => o.Name, StringComparer.Ordinal)
                .ToEquatableArray());
        return (model, diagnostics);
    }

    private static IEnumerable<SchemaFile> Files(DescribedAssembly assembly) => assembly.SchemaFiles.Select(f => new SchemaFile(
        assembly.ProjectFolder is { } folder && Path.Combine(folder, f.Path) is var path && File.Exists(path)
            ? Path.GetFullPath(path)
            : $"{f.Path} ({assembly.Name})",
        f.Text));

    // An extension that a column's type needs gives way to the one that an attribute says more of.
    private static bool IsBare(SchemaObject schemaObject) => schemaObject is Extension { InstallSchema: null, Version: null };

    private static IEnumerable<Diagnostic> Check(DescribedAssembly assembly) => assembly.Manifest switch
    {
        null when assembly.HasModelsSwitchedOn || !assembly.Descriptors.IsEmpty || !assembly.SchemaFiles.IsEmpty => [DidNotRun(assembly)],
        null when assembly.UsesAnnotations => [SwitchedOff(assembly)],
        { FormatVersion: > DescriptorWriter.FormatVersion } => [Newer(assembly)],
        { SkippedCount: > 0 } manifest => [Skipped(assembly, manifest.SkippedCount)],
        { } manifest when manifest.DescriptorCount != Count(assembly) || manifest.Hash != Hash(assembly) => [Incomplete(assembly, manifest)],
        _ => [],
    };

    private static int Count(DescribedAssembly assembly) => assembly.Descriptors.Count + assembly.SchemaFiles.Count;

    private static string Hash(DescribedAssembly assembly) =>
        DescriptorHash.Of([.. assembly.Descriptors.Select(d => d.Json + "\n"), .. assembly.SchemaFiles.Select(f => f.Path + "\n" + f.Text)]);

    private static Diagnostic DidNotRun(DescribedAssembly assembly) => new()
    {
        Code = DiagnosticCodes.GeneratorDidNotRun,
        Summary = $"The source generator did not run for {assembly.Name}, so its models are unknown and no migration can be made.",
        Where = new SourceLocation(assembly.Path),
        Why = "The assembly holds no manifest. Look for warning CS8785 (the generator failed) or CS9057 (it needs a newer SDK).",
        NextActions = ["Rebuild the project, and update the .NET SDK if it still fails."],
    };

    private static Diagnostic SwitchedOff(DescribedAssembly assembly) => new()
    {
        Code = DiagnosticCodes.ModelsSwitchedOff,
        Severity = DiagnosticSeverity.Warning,
        Summary = $"{assembly.Name} uses the attributes of Hotline Migrate, but its classes are not collected as models.",
        Where = new SourceLocation(assembly.Path),
        NextActions =
        [
            "Reference the package Hotline.Migrate in that project, or set <HotlineMigrateModels>true</HotlineMigrateModels> in a Directory.Build.props.",
        ],
    };

    private static Diagnostic Newer(DescribedAssembly assembly) => new()
    {
        Code = DiagnosticCodes.DescriptorFormatNewer,
        Summary = $"{assembly.Name} was built with a newer Hotline.Migrate than this project.",
        Where = new SourceLocation(assembly.Path),
        NextActions = ["Use the same version of the package Hotline.Migrate in all projects."],
    };

    private static Diagnostic Skipped(DescribedAssembly assembly, int count) => new()
    {
        Code = DiagnosticCodes.ModelsSkipped,
        Summary = count == 1
            ? $"One model of {assembly.Name} has errors, so no migration can be made."
            : $"{count} models of {assembly.Name} have errors, so no migration can be made.",
        Where = new SourceLocation(assembly.Path),
        NextActions = ["Mend the HM00 diagnostics of that project; do not suppress them."],
    };

    private static Diagnostic Incomplete(DescribedAssembly assembly, AssemblyManifest manifest) => new()
    {
        Code = DiagnosticCodes.DescriptorsIncomplete,
        Summary = manifest.DescriptorCount == Count(assembly)
            ? $"The descriptors of {assembly.Name} are not those that its manifest names."
            : $"{assembly.Name} holds {Count(assembly)} descriptors, but its manifest names {manifest.DescriptorCount}.",
        Where = new SourceLocation(assembly.Path),
        Why = "Generated files that are compiled a second time (EmitCompilerGeneratedFiles into the project folder) do this.",
        NextActions = ["Remove generated files from the project's sources and rebuild it."],
    };

    private static Diagnostic DescribedTwice(Described first, Described second) => new()
    {
        Code = DiagnosticCodes.ObjectDescribedTwice,
        Summary = $"The {first.Object.Kind} {first.Object.Name} is described twice, each time differently: by {first.Source} and by {second.Source}.",
        Where = new SourceLocation(second.Assembly.Path),
        NextActions = ["Remove one of the two, or give one another name."],
    };

    private sealed record Described(SchemaObject Object, AssemblyDescriptor Descriptor, DescribedAssembly Assembly)
    {
        public string Source => Descriptor.Type is { } type ? $"{type} ({Assembly.Name})" : Assembly.Name;
    }
}
