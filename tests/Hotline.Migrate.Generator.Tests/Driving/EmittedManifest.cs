namespace Hotline.Migrate.Generator.Tests.Driving;

/// <summary>A manifest as the emitted assembly has it.</summary>
internal sealed record EmittedManifest(int FormatVersion, int DescriptorCount, int SkippedCount, string Hash);
