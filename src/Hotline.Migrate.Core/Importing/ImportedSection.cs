using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Importing;

/// <summary>The upgrade or downgrade of an imported migration.</summary>
/// <param name="Text">The section as a migration file has it.</param>
/// <param name="Statements">Where its statements stand in the other tool's file, in order.</param>
public sealed record ImportedSection(string Text, EquatableArray<SourceLocation> Statements)
{
    /// <summary>A section without a statement.</summary>
    public static ImportedSection Empty { get; } = new("", []);
}
