using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Configuration;

/// <summary>A database that migrations are run on: one entry of <c>environments</c>.</summary>
public sealed record EnvironmentConfiguration
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The database, in any form of connection string; may hold <c>${VARIABLE}</c>, see <see cref="VariableExpansion"/>.
    /// It may hold a password: never print it as it is.
    /// </summary>
    public string? Url { get; init; }

    /// <summary>The name of a connection string in <c>appsettings*.json</c>, user secrets or the environment, instead of a url.</summary>
    public string? ConnectionStringName { get; init; }

    /// <summary>Whether drafts may be applied to it.</summary>
    public bool Development { get; init; }

    /// <summary>How long a statement waits for a lock; <see cref="TimeSpan.Zero"/> for ever, <c>null</c> the runner's default.</summary>
    public TimeSpan? LockTimeout { get; init; }

    /// <summary>How long a statement runs; <see cref="TimeSpan.Zero"/> for ever, <c>null</c> the runner's default.</summary>
    public TimeSpan? StatementTimeout { get; init; }

    /// <summary>Where it stands in the configuration.</summary>
    public required SourceLocation Where { get; init; }

    /// <summary>Its name alone: the rest may hold a password.</summary>
    public override string ToString() => Name;
}
