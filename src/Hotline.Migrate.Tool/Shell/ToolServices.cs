using Hotline.Migrate.Connecting.Discovery;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Code;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Projects;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>What commands work with. Nothing is looked for before it is asked for.</summary>
internal sealed class ToolServices
{
    private readonly Lazy<ToolProject> project;
    private readonly List<Diagnostic> warnings = [];

    public ToolServices(CommonOptions common, SecretText secrets)
    {
        Common = common;
        Secrets = secrets;
        project = new Lazy<ToolProject>(() => ProjectLocator.Locate(common));
    }

    /// <summary>The options that every command takes.</summary>
    public CommonOptions Common { get; }

    /// <summary>What must not be printed.</summary>
    public SecretText Secrets { get; }

    /// <summary>Hears what takes long.</summary>
    public required IProgress<string> Progress { get; init; }

    /// <summary>Hears what happens in a run.</summary>
    public required IProgress<RunEvent> RunProgress { get; init; }

    /// <summary>Asks before data is lost.</summary>
    public required IConfirmation Confirmation { get; init; }

    /// <summary>Asks what was renamed.</summary>
    public required IRenameChoice RenameChoice { get; init; }

    /// <summary>What to know beside the answer.</summary>
    public IReadOnlyList<Diagnostic> Warnings => warnings;

    /// <summary>What the tool works on.</summary>
    public ToolProject Project => project.Value;

    /// <summary>Adds something to know beside the answer, once.</summary>
    public void Warn(params IEnumerable<Diagnostic> warnings)
    {
        foreach (var warning in warnings.Where(w => !this.warnings.Contains(w)))
        {
            this.warnings.Add(warning);
        }
    }

    /// <summary>All places that may name the database.</summary>
    public DiscoveredConnection DiscoverConnection() => Finder().Discover();

    /// <summary>Connects to the database.</summary>
    public async Task<DatabaseSession> OpenDatabaseAsync(DatabaseOptions options, CancellationToken cancellationToken)
    {
        var session = await Finder().OpenAsync(
            options, ProjectCode.Of(Project, options.Assembly, cancellationToken), RunProgress, cancellationToken).ConfigureAwait(false);
        Warn(session.Settings.Warnings);
        return session;
    }

    /// <summary>Reads the migrations and, at the same time, the history: thousands of files take as long as a connection and its first answers.</summary>
    /// <param name="options">The database.</param>
    /// <param name="withTexts">Whether the ways back that the history keeps are read.</param>
    /// <param name="cancellationToken">Interrupts.</param>
    /// <exception cref="DiagnosticException">What is wrong with the migrations comes first, and no database is created then.</exception>
    public async Task<(MigrationSet Set, DatabaseSession Database, DatabaseHistory History)> OpenAsync(
        DatabaseOptions options, bool withTexts, CancellationToken cancellationToken)
    {
        if (options.CreateIfMissing)
        {
            var known = Project.Load(cancellationToken);
            var (created, itsHistory) = await OpenReadingAsync(options, withTexts, cancellationToken).ConfigureAwait(false);
            return (known, created, itsHistory);
        }

        var opening = OpenReadingAsync(options, withTexts, cancellationToken);
        try
        {
            var set = Project.Load(cancellationToken);
            var (database, history) = await opening.ConfigureAwait(false);
            return (set, database, history);
        }
        catch
        {
            // A host that does not answer must not keep the reason back.
            _ = CloseAsync(opening);
            throw;
        }
    }

    /// <summary>Finds a server for scratch databases; does not connect.</summary>
    public Task<ScratchServer> FindScratchServerAsync(string? scratchUrl, string? assembly, CancellationToken cancellationToken) =>
        Finder().FindScratchServerAsync(scratchUrl, ProjectCode.Of(Project, assembly, cancellationToken), cancellationToken);

    private async Task<(DatabaseSession Database, DatabaseHistory History)> OpenReadingAsync(
        DatabaseOptions options, bool withTexts, CancellationToken cancellationToken)
    {
        var database = await OpenDatabaseAsync(options, cancellationToken).ConfigureAwait(false);
        try
        {
            return (database, await database.ReadHistoryAsync(withTexts, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task CloseAsync(Task<(DatabaseSession Database, DatabaseHistory History)> opening)
    {
        await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (opening.IsCompletedSuccessfully)
        {
            await (await opening.ConfigureAwait(false)).Database.DisposeAsync().ConfigureAwait(false);
        }
    }

    private DatabaseFinder Finder() => new(Project, Common.Url, Secrets, Common.Verbose);
}
