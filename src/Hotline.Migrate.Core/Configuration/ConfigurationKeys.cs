namespace Hotline.Migrate.Configuration;

/// <summary>The keys of the configuration, by the object that they stand in.</summary>
internal static class ConfigurationKeys
{
    /// <summary>The keys of the file itself.</summary>
    public static IReadOnlyList<string> Root { get; } =
    [
        "$schema", "migrations", "schemaFolder", "fileNameTemplate", "newFileTemplate", "history", "schema", "environments", "defaultEnvironment",
        "filters", "onBuild", "online",
    ];

    /// <summary>The keys of <c>history</c>.</summary>
    public static IReadOnlyList<string> History { get; } = ["schema", "table"];

    /// <summary>The keys of an environment.</summary>
    public static IReadOnlyList<string> Environment { get; } =
        ["url", "connectionStringName", "development", "lockTimeout", "statementTimeout"];

    /// <summary>The keys of <c>filters</c>.</summary>
    public static IReadOnlyList<string> Filters { get; } = ["manage", "ignore"];

    /// <summary>The keys of <c>filters.manage</c> and <c>filters.ignore</c>.</summary>
    public static IReadOnlyList<string> Patterns { get; } = ["schemas", "tables", "objects", "roles"];
}
