using Hotline.Migrate.Importing;

namespace Hotline.Migrate.Tool.Commands.Adopting;

/// <summary>The command line of <c>adopt</c>.</summary>
internal sealed record AdoptOptions
{
    /// <summary>The other tool's migrations folder; <c>null</c> to take over the database only.</summary>
    public string? Folder { get; init; }

    /// <summary>The other tool, where it was named.</summary>
    public OtherTool? Tool { get; init; }

    /// <summary>Its history table as <c>schema.name</c>, where it was named.</summary>
    public string? Table { get; init; }

    /// <summary>The SQL that Alembic wrote: a file, or a folder of them.</summary>
    public string? OfflineSql { get; init; }

    /// <summary>Values of placeholders: <c>name=value</c>.</summary>
    public IReadOnlyList<string> Placeholders { get; init; } = [];

    /// <summary>What the baseline says.</summary>
    public string? Message { get; init; }

    /// <summary>Whether to show what would be done, and do nothing.</summary>
    public bool PlanOnly { get; init; }

    /// <summary>How the migrations are proven.</summary>
    public required ProofOptions Proof { get; init; }
}
