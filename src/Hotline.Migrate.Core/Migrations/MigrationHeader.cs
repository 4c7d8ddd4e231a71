using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Migrations;

/// <summary>The <c>-- key: value</c> lines at the top of a migration file.</summary>
public sealed record MigrationHeader
{
    /// <summary>The revision's id.</summary>
    public required string Revision { get; init; }

    /// <summary>What the migration is for; one line.</summary>
    public required string Message { get; init; }

    /// <summary>The revisions it builds on.</summary>
    public EquatableArray<string> Parents { get; init; }

    /// <summary>Revisions or labels of other branches that must be applied before.</summary>
    public EquatableArray<string> DependsOn { get; init; }

    /// <summary>Branch labels.</summary>
    public EquatableArray<string> Labels { get; init; }

    /// <summary>When it was made (UTC, whole seconds).</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>The <c>hash</c> line of a sealed migration.</summary>
    public string? Hash { get; init; }

    /// <summary>The <c>draft</c> line: the hash of a draft as the build generated it.</summary>
    public string? GeneratedHash { get; init; }
}
