using System.Reflection;

namespace Hotline.Migrate.Testing;

/// <summary>The checkout that the tests were built in.</summary>
public static class RepositoryRoot
{
    /// <summary>Its folder, with a separator at the end.</summary>
    public static string Path { get; } = typeof(RepositoryRoot).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(a => a.Key == "RepositoryRoot").Value!;
}
