using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Build.Assemblies;

/// <summary>What an assembly says about models.</summary>
internal sealed record DescribedAssembly
{
    /// <summary>The assembly's simple name.</summary>
    public required string Name { get; init; }

    /// <summary>The file it was read from.</summary>
    public required string Path { get; init; }

    /// <summary>What the generator says that it wrote; <c>null</c> where it did not run.</summary>
    public AssemblyManifest? Manifest { get; init; }

    /// <summary>The descriptors that are there.</summary>
    public EquatableArray<AssemblyDescriptor> Descriptors { get; init; }

    /// <summary>The files of the project's schema folder.</summary>
    public EquatableArray<AssemblySchemaFile> SchemaFiles { get; init; }

    /// <summary>The folder of the project that it was built from; <c>null</c> where that is not known.</summary>
    public string? ProjectFolder { get; init; }

    /// <summary>Whether the project was built with models switched on, so that the generator had to run.</summary>
    public bool HasModelsSwitchedOn { get; init; }

    /// <summary>Whether the code uses the attributes' assembly.</summary>
    public bool UsesAnnotations { get; init; }
}
