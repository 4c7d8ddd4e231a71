using Hotline.Migrate.Connecting.Discovery;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Projects;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>Shows the configuration as it counts.</summary>
internal sealed class ConfigCommand : Command<ConfigOptions, ConfigOutcome>
{
    private const string Default = "default";

    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("config", CommandGroup.SetUp, "Shows the configuration and the connection, and where each value comes from.")
    {
        Examples = ["config", "config --show-origin", "config --show-origin --env staging --json"],
    };

    /// <inheritdoc />
    protected override Printer<ConfigOutcome> Printer { get; } = new ConfigPrinter();

    /// <inheritdoc />
    protected override Func<ConfigOptions> Declare(CommandSyntax syntax)
    {
        var origin = syntax.Flag("--show-origin", "tell where each value comes from, and every place that may name the database");
        return () => new ConfigOptions(origin.IsSet);
    }

    /// <inheritdoc />
    protected override Task<ConfigOutcome> ExecuteAsync(ConfigOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var connection = services.DiscoverConnection();
        return Task.FromResult(new ConfigOutcome(
            options.ShowOrigin,
            [.. Values(services.Project, services.Common, connection)],
            [.. connection.Places.Select(p => new ConfigPlace(Shown(p), p.Outcome.ToString().ToLowerInvariant(), p.Detail))]));
    }

    private static IEnumerable<ConfigValue> Values(ToolProject project, CommonOptions common, DiscoveredConnection connection)
    {
        var configuration = project.Configuration;
        yield return new("configuration", configuration.Path is { } path ? Paths.ForDisplay(path) : "none", configuration.Path is null ? Default : "found");
        yield return new("migrations", Paths.ForDisplay(project.MigrationsFolder), common.Migrations is null ? Origin("migrations") : "--migrations");
        yield return new("schemaFolder", configuration.SchemaFolder, Origin("schemaFolder"));
        yield return new("fileNameTemplate", configuration.FileNameTemplate, Origin("fileNameTemplate"));
        yield return new("history.schema", configuration.History.Schema, Origin("history.schema"));
        yield return new("history.table", configuration.History.Table, Origin("history.table"));
        yield return new("schema", configuration.Schema, Origin("schema"));
        yield return new("onBuild", configuration.OnBuild?.ToString() ?? "by the build", Origin("onBuild"));
        yield return new("online", configuration.Online.ToString(), Origin("online"));
        yield return new("environments", Names(configuration.Environments.Select(e => e.Name)), Origin("environments"));
        yield return new("environment", project.Environment?.Name ?? common.Environment ?? "none", common.Environment is null ? Origin("defaultEnvironment") : "--env");
        if (project.Environment is { } environment)
        {
            var prefix = $"environments.{environment.Name}.";
            yield return new("development", environment.Development ? "true" : "false", Origin(prefix + "development"));
            yield return new("lockTimeout", Time(environment.LockTimeout), Origin(prefix + "lockTimeout"));
            yield return new("statementTimeout", Time(environment.StatementTimeout), Origin(prefix + "statementTimeout"));
        }

        yield return new(
            "connection",
            connection.Settings?.Redacted ?? "none",
            connection.Places.FirstOrDefault(p => p.Outcome == ConnectionPlaceOutcome.Used) is { } used ? Shown(used) : Default);

        string Origin(string key) => configuration.Origins.FirstOrDefault(o => o.Key == key || o.Key.StartsWith(key + ".", StringComparison.Ordinal)) is { } origin
            ? Paths.ForDisplay(origin.Where).ToString()
            : Default;
    }

    private static string Shown(ConnectionPlace place) =>
        (place.Origin.File is { } file ? place.Origin with { File = Paths.ForDisplay(file) } : place.Origin).ToString();

    private static string Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } text ? text : "none";

    private static string Time(TimeSpan? time) => time is { } value ? FormattableString.Invariant($"{value.TotalMilliseconds:0} ms") : Default;
}
