namespace Hotline.Migrate.Generator.Models;

/// <summary>What the project says to the generator.</summary>
/// <param name="Enabled">Whether its models are ours: the property is set and the attributes are there.</param>
/// <param name="RawStrings">Whether its version of C# knows raw strings (11 and later).</param>
internal sealed record GeneratorOptions(bool Enabled, bool RawStrings);
