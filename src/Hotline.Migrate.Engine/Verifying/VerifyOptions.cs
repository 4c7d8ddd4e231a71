using Hotline.Migrate.Configuration;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Verifying;

/// <summary>How migrations are proven.</summary>
public sealed record VerifyOptions
{
    /// <summary>How they are run; the history's name and the C# data migrations count.</summary>
    public RunnerOptions Runner { get; init; } = new();

    /// <summary>What is compared.</summary>
    public ObjectFilters Filters { get; init; } = new();

    /// <summary>Revisions that a database has already: they are replayed, and only what comes on top of them is proven.</summary>
    public IReadOnlyCollection<string> Applied { get; init; } = [];

    /// <summary>Whether it is proven too that rows survive, on a third scratch database.</summary>
    public bool Rows { get; init; } = true;

    /// <summary>Told before each step; it must be quick.</summary>
    public IProgress<VerifyStep>? Progress { get; init; }
}
