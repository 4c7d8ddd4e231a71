using Hotline.Migrate.Schema;

namespace Hotline.Migrate.History;

/// <summary>A revision that a database has: one row of the history table.</summary>
public sealed record AppliedRevision
{
    /// <summary>The revision's id.</summary>
    public required string Revision { get; init; }

    /// <summary>The revisions it builds on.</summary>
    public EquatableArray<string> Parents { get; init; }

    /// <summary>Revisions of other branches that it needs.</summary>
    public EquatableArray<string> DependsOn { get; init; }

    /// <summary>What it is for.</summary>
    public required string Message { get; init; }

    /// <summary>The content hash of the migration as it was applied.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether it was applied before <c>create</c> sealed it.</summary>
    public bool IsDraft { get; init; }

    /// <summary>The upgrade section as it was applied; kept for drafts only.</summary>
    public string? UpgradeText { get; init; }

    /// <summary>The way back, so that a build that lacks the file can still go it; <c>null</c> where the history was read without it.</summary>
    public string? DowngradeText { get; init; }

    /// <summary>When it was applied (UTC, the server's clock).</summary>
    public DateTimeOffset AppliedAt { get; init; }

    /// <summary>The database role that applied it.</summary>
    public string AppliedBy { get; init; } = "";

    /// <summary>How long it took; zero for a stamped revision.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The version of the tool or engine that applied it.</summary>
    public string ToolVersion { get; init; } = "";
}
