using Hotline.Migrate.Comparing;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Drift;

/// <summary>How a database differs from what its applied revisions make.</summary>
public sealed record DriftReport
{
    /// <summary>Where the database is, by its history.</summary>
    public required IReadOnlyList<string> Heads { get; init; }

    /// <summary>The differences, the revisions' schema being the expected one; empty when there is no drift.</summary>
    public required EquatableArray<SchemaDifference> Differences { get; init; }

    /// <summary>The upgrade section of a migration that makes the drift official; that database is then to be stamped with it.</summary>
    public required string AdoptSql { get; init; }

    /// <summary>The SQL that takes the drift away, which is the downgrade section of that migration, too.</summary>
    public required string RevertSql { get; init; }

    /// <summary>Differences that may be renames. Until they are answered, both texts drop and add, which loses data.</summary>
    public required IReadOnlyList<Diagnostic> Unclear { get; init; }

    /// <summary>What to know about the replay.</summary>
    public required IReadOnlyList<Diagnostic> Warnings { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Whether the database differs.</summary>
    public bool HasDrift => !Differences.IsEmpty;
}
