using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Files;

namespace Hotline.Migrate.Drafting;

/// <summary>A sealed migration, and the changes of the folder that make it so.</summary>
public sealed record SealPlan
{
    /// <summary>The revision's id.</summary>
    public required string Revision { get; init; }

    /// <summary>The path of the sealed file.</summary>
    public required string Path { get; init; }

    /// <summary>Its text.</summary>
    public required string Text { get; init; }

    /// <summary>What leads from the old snapshot to the new one.</summary>
    public required SchemaDiff Diff { get; init; }

    /// <summary>Whether the text is a person's, and not generated.</summary>
    public bool IsEdited { get; init; }

    /// <summary>The changes of the migrations folder, in order; paths are relative to it.</summary>
    public required IReadOnlyList<FileChange> Changes { get; init; }

    /// <summary>What to say about it.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
