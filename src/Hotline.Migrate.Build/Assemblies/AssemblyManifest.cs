namespace Hotline.Migrate.Build.Assemblies;

/// <summary>The <c>SchemaManifest</c> attribute of an assembly: what the generator says that it wrote.</summary>
internal sealed record AssemblyManifest(int FormatVersion, int DescriptorCount, int SkippedCount, string Hash);
