using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Importing;

/// <summary>A migration of another tool.</summary>
public sealed record ImportedMigration
{
    /// <summary>The revision's id: Alembic's own, for the others one that the file's name always gives.</summary>
    public required string Revision { get; init; }

    /// <summary>What it is for.</summary>
    public required string Message { get; init; }

    /// <summary>Where it comes from.</summary>
    public required SourceLocation Source { get; init; }

    /// <summary>The name by which the other tool's history may know it.</summary>
    public required string Name { get; init; }

    /// <summary>Its version; <c>null</c> for Alembic, and for a file that the other tool runs again whenever it changes.</summary>
    public VersionNumber? Version { get; init; }

    /// <summary>The parents that the other tool says; elsewhere the order makes them.</summary>
    public EquatableArray<string> Parents { get; init; }

    /// <summary>Revisions or labels of other branches that must be applied before.</summary>
    public EquatableArray<string> DependsOn { get; init; }

    /// <summary>Branch labels.</summary>
    public EquatableArray<string> Labels { get; init; }

    /// <summary>When it was made, where that is known.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Its upgrade; <c>null</c> where the SQL is not known.</summary>
    public ImportedSection? Upgrade { get; init; }

    /// <summary>Its downgrade.</summary>
    public ImportedSection Downgrade { get; init; } = ImportedSection.Empty;
}
