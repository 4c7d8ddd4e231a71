using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Migrations;

/// <summary>The upgrade or the downgrade of a migration.</summary>
/// <param name="Text">The section's text as it stands in the file, without its <c>-- hm:upgrade</c> line.</param>
/// <param name="Steps">Its steps in order; a commit lies between two of them.</param>
public sealed record MigrationSection(string Text, EquatableArray<MigrationStep> Steps)
{
    /// <summary>A section without a statement.</summary>
    public static MigrationSection Empty { get; } = new("", []);
}
