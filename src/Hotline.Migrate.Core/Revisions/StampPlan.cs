namespace Hotline.Migrate.Revisions;

/// <summary>The history rows to write and to remove, without running anything.</summary>
public sealed record StampPlan
{
    /// <summary>The revisions that become applied, each after all that it stands on.</summary>
    public required IReadOnlyList<RevisionNode> Add { get; init; }

    /// <summary>The ids that are no longer applied, each before all that it stands on; unknown ones (purge) come last.</summary>
    public required IReadOnlyList<string> Remove { get; init; }

    /// <summary>Where the history says the database is: the applied revisions that no other applied one stands on.</summary>
    public required IReadOnlyList<string> Before { get; init; }

    /// <summary>Where it will say that it is.</summary>
    public required IReadOnlyList<string> After { get; init; }
}
