using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Configuration;

/// <summary>What <c>hotline-migrate.json</c> says. Every key may be left out.</summary>
public sealed record ProjectConfiguration
{
    /// <summary>The name of the configuration file.</summary>
    public const string FileName = "hotline-migrate.json";

    /// <summary>The file it was read from; <c>null</c> where there is none and everything is a default.</summary>
    public string? Path { get; init; }

    /// <summary>The migrations folder, relative to the configuration's folder.</summary>
    public string Migrations { get; init; } = "migrations";

    /// <summary>The folder of SQL files that describe views, functions and the like, relative to the project.</summary>
    public string SchemaFolder { get; init; } = "schema";

    /// <summary>How new migration files are named; see <see cref="MigrationFileName"/>.</summary>
    public string FileNameTemplate { get; init; } = MigrationFileName.DefaultTemplate;

    /// <summary>What new migration files look like.</summary>
    public MigrationTemplate NewFileTemplate { get; init; } = MigrationTemplate.Default;

    /// <summary>Where a database keeps its history.</summary>
    public HistoryConfiguration History { get; init; } = new();

    /// <summary>The schema that migrations run in: the first of the search path.</summary>
    public string Schema { get; init; } = "public";

    /// <summary>The environments, in the order of the file.</summary>
    public EquatableArray<EnvironmentConfiguration> Environments { get; init; }

    /// <summary>The environment to take where none is asked for.</summary>
    public string? DefaultEnvironment { get; init; }

    /// <summary>Which objects of a database are looked after.</summary>
    public ObjectFilters Filters { get; init; } = new();

    /// <summary>What a build does; <c>null</c> where the configuration leaves it to the project.</summary>
    public BuildMode? OnBuild { get; init; }

    /// <summary>How changes of existing tables are written.</summary>
    public OnlineForms Online { get; init; }

    /// <summary>Where each value stands, by its path: <c>history.table</c>, <c>environments.staging.url</c>.</summary>
    public EquatableArray<ConfigurationOrigin> Origins { get; init; }

    /// <summary>Reads a configuration.</summary>
    /// <param name="path">The file, for messages and for <see cref="Path"/>.</param>
    /// <param name="text">Its text: JSON, in which comments and trailing commas are allowed.</param>
    /// <exception cref="DiagnosticException">HM0301 to HM0305, with line and column; all wrong keys and values at once.</exception>
    public static ProjectConfiguration Parse(string path, string text) => ConfigurationReader.Read(path, text);

    /// <summary>The environment of that name; with <c>null</c> the default one, or <c>null</c> where there is no default.</summary>
    /// <exception cref="DiagnosticException">HM0305.</exception>
    public EnvironmentConfiguration? Environment(string? name)
    {
        var wanted = name ?? DefaultEnvironment;
        return wanted is null
            ? null
            : Environments.FirstOrDefault(e => e.Name == wanted)
                ?? throw new DiagnosticException(
                    FailureKind.Usage, ConfigurationProblems.UnknownEnvironment(wanted, [.. Environments.Select(e => e.Name)], Path is null ? null : new(Path)));
    }
}
