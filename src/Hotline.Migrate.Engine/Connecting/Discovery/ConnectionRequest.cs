namespace Hotline.Migrate.Connecting.Discovery;

/// <summary>Everything that decides which database is meant.</summary>
public sealed record ConnectionRequest
{
    /// <summary>The value of <c>--url</c>.</summary>
    public string? Url { get; init; }

    /// <summary>The project's folder: for its user secrets and appsettings, and where the search for <c>.env</c> starts, upwards.</summary>
    public required string Directory { get; init; }

    /// <summary>Environment variables and the user's account.</summary>
    public required ConnectionSurroundings Surroundings { get; init; }

    /// <summary>The environment's name, which picks <c>appsettings.{name}.json</c>; null for the variables' or <c>Development</c>.</summary>
    public string? Environment { get; init; }

    /// <summary>
    /// Whether the environment is one for development, whatever it is called: user secrets and <c>appsettings.Development.json</c> then
    /// count. Null where only its name tells.
    /// </summary>
    public bool? IsDevelopment { get; init; }

    /// <summary>
    /// Whether a person chose the environment for this command (<c>--env</c>). Its connection then goes before <c>DATABASE_URL</c>,
    /// which is set for the application and for one environment only.
    /// </summary>
    public bool EnvironmentWasChosen { get; init; }

    /// <summary>The connection of that environment in the configuration file.</summary>
    public ConfiguredConnection? Configured { get; init; }

    /// <summary>The only connection string to take from settings files; null for the usual names.</summary>
    public string? ConnectionName { get; init; }
}
