namespace Hotline.Migrate.Tool.Revisions;

/// <summary>A revision as it is shown, and as the JSON documents hold it.</summary>
internal sealed record RevisionView
{
    /// <summary>The revision's id.</summary>
    public required string Revision { get; init; }

    /// <summary>What it is for.</summary>
    public required string Message { get; init; }

    /// <summary>The revisions it builds on.</summary>
    public required IReadOnlyList<string> Parents { get; init; }

    /// <summary>Revisions or labels that it needs.</summary>
    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>Its branch labels.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary><c>head</c>, <c>base</c>, <c>merge</c>, <c>branchpoint</c>, <c>draft</c>, <c>current</c>, <c>edited</c>.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Its file; <c>null</c> where only the database knows it.</summary>
    public string? Path { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime? Created { get; init; }

    /// <summary>Whether the database has it; <c>null</c> where no database was asked.</summary>
    public bool? Applied { get; init; }

    /// <summary>How far it was brought, where a run was interrupted between two commits.</summary>
    public HalfDone? HalfDone { get; init; }

    /// <summary>When it was applied (UTC).</summary>
    public DateTime? AppliedAt { get; init; }

    /// <summary>The role that applied it.</summary>
    public string? AppliedBy { get; init; }

    /// <summary>How long applying it took.</summary>
    public double? ElapsedMs { get; init; }
}
