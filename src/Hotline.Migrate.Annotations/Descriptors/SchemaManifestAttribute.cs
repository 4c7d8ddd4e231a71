using System.ComponentModel;

namespace Hotline.Migrate.Descriptors;

/// <summary>
/// What the generator wrote into the assembly. Without it, or when it does not fit, the build stops: a generator that
/// did not run must not look like a schema without tables.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SchemaManifestAttribute : Attribute
{
    /// <summary>The manifest.</summary>
    public SchemaManifestAttribute(int formatVersion, int descriptorCount, int skippedCount, string hash)
    {
        FormatVersion = formatVersion;
        DescriptorCount = descriptorCount;
        SkippedCount = skippedCount;
        Hash = hash;
    }

    /// <summary>The version of the documents' format.</summary>
    public int FormatVersion { get; }

    /// <summary>How many descriptors the assembly has.</summary>
    public int DescriptorCount { get; }

    /// <summary>How many models have errors and so no descriptor.</summary>
    public int SkippedCount { get; }

    /// <summary>The hash over all documents.</summary>
    public string Hash { get; }
}
