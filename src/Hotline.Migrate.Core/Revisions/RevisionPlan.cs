using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Revisions;

/// <summary>The revisions to run, in order.</summary>
public sealed record RevisionPlan
{
    /// <summary>Which section of each is run.</summary>
    public required PlanDirection Direction { get; init; }

    /// <summary>The revisions, the first to run first.</summary>
    public required IReadOnlyList<RevisionNode> Steps { get; init; }

    /// <summary>Where the database is: the applied revisions that no other applied one stands on.</summary>
    public required IReadOnlyList<string> Before { get; init; }

    /// <summary>Where the database will be.</summary>
    public required IReadOnlyList<string> After { get; init; }

    /// <summary>What to tell with it, such as that an explicitly named revision is applied already.</summary>
    public IReadOnlyList<Diagnostic> Notices { get; init; } = [];
}
