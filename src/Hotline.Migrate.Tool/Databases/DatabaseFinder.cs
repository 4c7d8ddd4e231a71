using Hotline.Migrate.Connecting;
using Hotline.Migrate.Connecting.Discovery;
using Hotline.Migrate.History;
using Hotline.Migrate.LocalServers;
using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Commands.SettingUp;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Projects;

namespace Hotline.Migrate.Tool.Databases;

/// <summary>Finds the database of a project and connects to it.</summary>
internal sealed class DatabaseFinder(ToolProject project, string? url, SecretText secrets, bool showsDetail)
{
    private const string Development = "Development";

    private readonly ConnectionSurroundings surroundings = ConnectionSurroundings.OfThisProcess();

    /// <summary>Looks at all places that may name the database.</summary>
    public DiscoveredConnection Discover()
    {
        var environment = project.Environment;
        var found = ConnectionDiscovery.Find(new ConnectionRequest
        {
            Url = url,
            Directory = project.Directory,
            Surroundings = surroundings,
            Environment = environment?.Name ?? project.ChosenEnvironment,
            IsDevelopment = environment is { Development: true } ? true : null,
            EnvironmentWasChosen = project.ChosenEnvironment is not null,
            Configured = environment is { Url: { } text } ? new ConfiguredConnection(environment.Name, text, project.Configuration.Path!) : null,
            ConnectionName = environment?.ConnectionStringName,
        });
        if (found.Settings is { } settings)
        {
            secrets.Learn(settings.Scrubber.Scrub);
        }

        return found;
    }

    /// <summary>Connects to the database.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">None is named, or it does not answer.</exception>
    public async Task<DatabaseSession> OpenAsync(
        DatabaseOptions options, IDataMigrationResolver resolver, IProgress<RunEvent>? progress, CancellationToken cancellationToken)
    {
        var settings = Discover().Require();
        var isNew = options.CreateIfMissing
            && await DatabaseConnector.CreateDatabaseIfMissingAsync(settings, cancellationToken).ConfigureAwait(false);
        var withSession = WithSession(settings);
        var (source, connection) = await DatabaseConnector.ConnectAsync(withSession, cancellationToken).ConfigureAwait(false);
        return new DatabaseSession(settings, source, connection, RunnerOptionsOf(options, resolver, progress)) { SessionSettings = withSession, IsNew = isNew };
    }

    /// <summary>Finds a server for scratch databases: the one that is named, the database's own, or the project's development server.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">None is named, or what is named is no connection.</exception>
    public async Task<ScratchServer> FindScratchServerAsync(string? scratchUrl, IDataMigrationResolver resolver, CancellationToken cancellationToken)
    {
        var settings = scratchUrl is not null
            ? Parse(scratchUrl, "--scratch-url")
            : Discover() switch
            {
                { Settings: { } found } => found,
                var nothing => await DevelopmentServerAsync(cancellationToken).ConfigureAwait(false) ?? nothing.Require(),
            };
        return new ScratchServer(WithSession(settings), RunnerOptionsOf(new DatabaseOptions(), resolver, progress: null));
    }

    private async Task<ConnectionSettings?> DevelopmentServerAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(project.Directory, DevDbCommand.Folder);
        var status = await LocalServer.StatusAsync(folder, cancellationToken).ConfigureAwait(false);
        return status.Server is { } running ? Parse(running.Url, "the development server") : null;
    }

    private ConnectionSettings Parse(string url, string origin)
    {
        var settings = ConnectionSettings.Parse(url, new ConnectionOrigin(origin), surroundings);
        secrets.Learn(settings.Scrubber.Scrub);
        return settings;
    }

    private RunnerOptions RunnerOptionsOf(DatabaseOptions options, IDataMigrationResolver resolver, IProgress<RunEvent>? progress)
    {
        var defaults = new RunnerOptions();
        var history = project.Configuration.History;
        return defaults with
        {
            History = new HistoryTableName(history.Schema, history.Table),
            LockTimeout = options.LockTimeout ?? project.Environment?.LockTimeout ?? defaults.LockTimeout,
            StatementTimeout = project.Environment?.StatementTimeout ?? defaults.StatementTimeout,
            LockWait = options.LockWait ?? defaults.LockWait,
            SingleTransaction = options.SingleTransaction,
            AllowDrafts = IsDevelopment(),
            DataMigrations = resolver,
            Progress = progress,
        };
    }

    // An environment of the configuration says what it is. Without one, what .NET calls the environment counts; unset means a developer's machine.
    private bool IsDevelopment() => project.Environment is { } environment
        ? environment.Development
        : (project.ChosenEnvironment ?? Variable("DOTNET_ENVIRONMENT") ?? Variable("ASPNETCORE_ENVIRONMENT")) switch
        {
            null => Variable("CI") is null,
            var name => name.Equals(Development, StringComparison.OrdinalIgnoreCase),
        };

    private ConnectionSettings WithSession(ConnectionSettings settings)
    {
        var builder = settings.ToBuilder();

        // "Key (email)=(...) already exists" is a row's data, and logs of pipelines are read by many: only --verbose shows it.
        builder.IncludeErrorDetail = showsDetail;
        if (project.Configuration.Schema is var schema and not "public" && string.IsNullOrEmpty(builder.SearchPath))
        {
            builder.SearchPath = $"\"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\", public";
        }

        return builder.ConnectionString == settings.ToBuilder().ConnectionString
            ? settings
            : ConnectionSettings.Parse(builder.ConnectionString, settings.Origin, surroundings);
    }

    private string? Variable(string name) =>
        surroundings.Variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
