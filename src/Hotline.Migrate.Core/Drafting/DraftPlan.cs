using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Drafting;

/// <summary>What the draft has to become.</summary>
public sealed record DraftPlan
{
    /// <summary>What to do.</summary>
    public required DraftAction Action { get; init; }

    /// <summary>What leads from the snapshot to the model.</summary>
    public required SchemaDiff Diff { get; init; }

    /// <summary>The draft that is there.</summary>
    public Migration? Draft { get; init; }

    /// <summary>The draft's path, where there is or will be one.</summary>
    public string? Path { get; init; }

    /// <summary>The text to write.</summary>
    public string? Text { get; init; }

    /// <summary>What to say about the draft; what the diff found is in <see cref="Diff"/>.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
