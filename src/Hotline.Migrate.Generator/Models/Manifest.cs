namespace Hotline.Migrate.Generator.Models;

/// <summary>The manifest of an assembly.</summary>
/// <param name="DescriptorCount">How many descriptors there are.</param>
/// <param name="SkippedCount">How many models have errors.</param>
/// <param name="Hash">The hash over all documents.</param>
internal sealed record Manifest(int DescriptorCount, int SkippedCount, string Hash);
