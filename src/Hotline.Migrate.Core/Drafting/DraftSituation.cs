using Hotline.Migrate.Diffing;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Drafting;

/// <summary>Everything that decides what the draft has to be: the folder, the snapshot, the model, and what is new.</summary>
public sealed record DraftSituation
{
    /// <summary>The migrations folder, as new paths are to begin.</summary>
    public required string Folder { get; init; }

    /// <summary>All migrations of the folder, the draft among them.</summary>
    public required IReadOnlyList<Migration> Migrations { get; init; }

    /// <summary>The schema as of the sealed migrations.</summary>
    public required DatabaseSchema Snapshot { get; init; }

    /// <summary>The schema that the model classes describe, with their hints.</summary>
    public required DatabaseSchema Model { get; init; }

    /// <summary>The id of a migration that is begun now.</summary>
    public required string NewRevision { get; init; }

    /// <summary>The time (UTC).</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Answers to the rename questions of the diff.</summary>
    public DiffAnswers? Answers { get; init; }

    /// <summary>How operations are written as SQL.</summary>
    public RenderOptions Rendering { get; init; } = RenderOptions.Online;

    /// <summary>How files are named.</summary>
    public string FileNameTemplate { get; init; } = MigrationFileName.DefaultTemplate;

    /// <summary>What a new file looks like.</summary>
    public MigrationTemplate? Template { get; init; }
}
