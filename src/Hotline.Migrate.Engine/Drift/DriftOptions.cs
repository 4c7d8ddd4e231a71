using Hotline.Migrate.Configuration;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Drift;

/// <summary>How drift is looked for.</summary>
public sealed record DriftOptions
{
    /// <summary>How revisions are replayed; the history's name and the C# data migrations count.</summary>
    public RunnerOptions Runner { get; init; } = new();

    /// <summary>What of the database is looked at.</summary>
    public ObjectFilters Filters { get; init; } = new();

    /// <summary>The server for the scratch databases; <c>null</c> for the database's own.</summary>
    public ConnectionSettings? Scratch { get; init; }

    /// <summary>What was renamed in the database, and what really went.</summary>
    public DiffAnswers Answers { get; init; } = DiffAnswers.None;
}
