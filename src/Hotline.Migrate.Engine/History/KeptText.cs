using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.History;

/// <summary>The text of a section as the history keeps it.</summary>
internal static class KeptText
{
    private const string NoTransaction = "-- hm:no-transaction";

    /// <summary>The section's text, by itself: what a line above the sections said about it is in it.</summary>
    public static string Of(MigrationSection section) =>
        section.Steps.Any(step => step.NoTransaction) && !section.Text.Contains(NoTransaction, StringComparison.OrdinalIgnoreCase)
            ? $"{NoTransaction}\n{section.Text}"
            : section.Text;

    /// <summary>Whether two texts are the same but for line ends and empty lines around them.</summary>
    public static bool Same(string left, string right) =>
        string.Equals(left.ReplaceLineEndings("\n").Trim(), right.ReplaceLineEndings("\n").Trim(), StringComparison.Ordinal);
}
