using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Migrations;

/// <summary>The upgrade or the downgrade of a migration.</summary>
/// <param name="Text">The section's text as it stands in the file, without its <c>-- hm:upgrade</c> line.</param>
/// <param name="Steps">Its steps in order; a commit lies between two of them.</param>
public sealed record MigrationSection(string Text, EquatableArray<MigrationStep> Steps)
{
    private readonly Func<string>? read;
    private readonly string text = Text;

    /// <summary>A section of a long script, whose text is read when it is asked for.</summary>
    internal MigrationSection(Func<string> read, EquatableArray<MigrationStep> steps)
        : this("", steps) => this.read = read;

    /// <summary>A section without a statement.</summary>
    public static MigrationSection Empty { get; } = new("", []);

    /// <summary>The section's text as it stands in the file, without its <c>-- hm:upgrade</c> line. A long one is read anew each time.</summary>
    public string Text
    {
        get => read?.Invoke() ?? text;
        init => (text, read) = (value, null);
    }

    /// <summary>Whether the text is at hand.</summary>
    internal bool HoldsText => read is null;
}
