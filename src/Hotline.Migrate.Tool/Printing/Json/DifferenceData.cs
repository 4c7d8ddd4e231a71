using Hotline.Migrate.Comparing;

namespace Hotline.Migrate.Tool.Printing.Json;

/// <summary>A difference between two schemas as data.</summary>
internal sealed record DifferenceData(string Sign, string Kind, string Name, string? Member, string Text, IReadOnlyList<string> Details)
{
    /// <summary>The data of a difference.</summary>
    public static DifferenceData Of(SchemaDifference difference) => new(
        difference.Sign.ToString(), difference.Kind, difference.Name.ToString(), difference.Member, difference.Words, [.. difference.Details]);
}
