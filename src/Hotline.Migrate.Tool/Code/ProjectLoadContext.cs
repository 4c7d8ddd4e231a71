using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;

namespace Hotline.Migrate.Tool.Code;

/// <summary>Loads a project's assemblies beside the tool's own.</summary>
/// <remarks>
/// What both have comes from the tool: <see cref="IDataMigration"/> and the Npgsql types in its signature must be the same types
/// on both sides.
/// </remarks>
internal sealed class ProjectLoadContext(string assemblyPath) : AssemblyLoadContext("project")
{
    private readonly AssemblyDependencyResolver resolver = new(assemblyPath);

    /// <inheritdoc />
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Nothing is trimmed where this runs: the native program does not come here.")]
    protected override Assembly? Load(AssemblyName assemblyName) =>
        IsShared(assemblyName) ? null
        : resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path)
        : null;

    /// <inheritdoc />
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;

    private static bool IsShared(AssemblyName name) =>
        name.Name is "Hotline.Migrate.Engine" or "Hotline.Migrate.Core" or "Npgsql"
        || name.Name?.StartsWith("Microsoft.Extensions.Logging.Abstractions", StringComparison.Ordinal) == true
        || name.Name?.StartsWith("Microsoft.Extensions.DependencyInjection.Abstractions", StringComparison.Ordinal) == true;
}
