using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Migrations;

/// <summary>A migration: the content of one <c>.sql</c> file.</summary>
public sealed record Migration
{
    /// <summary>The revision's id: 12 hex digits where the tool made it.</summary>
    public required string Revision { get; init; }

    /// <summary>What the migration is for, in the author's words.</summary>
    public required string Message { get; init; }

    /// <summary>The revisions it builds on: none for a root, several for a merge.</summary>
    public EquatableArray<string> Parents { get; init; }

    /// <summary>Revisions or labels of other branches that must be applied before.</summary>
    public EquatableArray<string> DependsOn { get; init; }

    /// <summary>Branch labels.</summary>
    public EquatableArray<string> Labels { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>The content hash in the header of a sealed migration; <c>null</c> for a draft.</summary>
    public string? Hash { get; init; }

    /// <summary>Where the file is, for messages.</summary>
    public required string Path { get; init; }

    /// <summary>What brings a database here.</summary>
    public MigrationSection Upgrade { get; init; } = MigrationSection.Empty;

    /// <summary>What takes it back.</summary>
    public MigrationSection Downgrade { get; init; } = MigrationSection.Empty;

    /// <summary>Whether <c>create</c> has not sealed it yet.</summary>
    public bool IsDraft => Hash is null;
}
