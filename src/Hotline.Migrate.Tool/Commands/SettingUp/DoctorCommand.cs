using System.Runtime.InteropServices;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.LocalServers;
using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Commands.Looking;
using Hotline.Migrate.Tool.Revisions;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>Gathers what a bug report needs: versions, project, database. What does not work is told, and the rest goes on.</summary>
internal sealed class DoctorCommand : Command<NoOptions, DoctorOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("doctor", CommandGroup.SetUp, "Looks at the machine, the project and the database, and tells what does not work.")
    {
        ExitCodes = "3 when something does not work",
        Examples = ["doctor", "doctor --env staging --json"],
    };

    /// <inheritdoc />
    protected override Printer<DoctorOutcome> Printer { get; } = new DoctorPrinter();

    /// <inheritdoc />
    protected override Func<NoOptions> Declare(CommandSyntax syntax) => () => new NoOptions();

    /// <inheritdoc />
    protected override ExitCode ExitCodeOf(DoctorOutcome outcome) =>
        outcome.Facts.Any(f => f.Status == DoctorStatus.Failed) ? ExitCode.Findings : ExitCode.Done;

    /// <inheritdoc />
    protected override async Task<DoctorOutcome> ExecuteAsync(NoOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        List<DoctorFact> facts =
        [
            Good("tool", $"{ToolVersion.Text} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}"),
        ];
        var set = await TryAsync(facts, "project", () => Task.FromResult(Project(facts, services, cancellationToken))).ConfigureAwait(false);
        await TryAsync(facts, "local server", () => LocalServerAsync(facts, services, cancellationToken)).ConfigureAwait(false);
        await TryAsync(facts, "connection", () => ConnectionAsync(facts, set, services, cancellationToken)).ConfigureAwait(false);
        return new DoctorOutcome(facts);
    }

    private static MigrationSet Project(List<DoctorFact> facts, ToolServices services, CancellationToken cancellationToken)
    {
        var project = services.Project;
        facts.Add(Good("configuration", project.Configuration.Path is { } path ? Paths.ForDisplay(path) : "none: the defaults count"));
        var set = project.Load(cancellationToken);
        var heads = string.Join(", ", set.Graph.Heads.Select(h => h.Id));
        facts.Add(new(
            "migrations",
            set.Graph.Heads.Count > 1 ? DoctorStatus.Warning : DoctorStatus.Good,
            $"{set.Migrations.Count} in {Paths.ForDisplay(project.MigrationsFolder)}, heads: {(heads.Length > 0 ? heads : "none")}"));
        var model = project.Files().ModelFile;
        facts.Add(File.Exists(model)
            ? Good("model", $"left by the build at {RevisionLines.Time(File.GetLastWriteTimeUtc(model))}")
            : new("model", DoctorStatus.Skipped, $"no build has left it yet ({ModelFile.RelativePath})"));
        return set;
    }

    private static async Task<bool> LocalServerAsync(List<DoctorFact> facts, ToolServices services, CancellationToken cancellationToken)
    {
        var binaries = await LocalServer.FindBinariesAsync(services.Project.Directory, new LocalServerOptions(), cancellationToken).ConfigureAwait(false);
        facts.Add(binaries is null
            ? new("local server", DoctorStatus.Skipped, "no PostgreSQL binaries here; dev-db would bring them with npm")
            : Good("local server", $"PostgreSQL {binaries.Version} in {binaries.Directory}"));
        return true;
    }

    private static async Task<bool> ConnectionAsync(
        List<DoctorFact> facts, MigrationSet? set, ToolServices services, CancellationToken cancellationToken)
    {
        if (services.DiscoverConnection().Settings is not { } settings)
        {
            facts.Add(new("connection", DoctorStatus.Skipped, "none is configured: dotnet hotline-migrate config --show-origin"));
            return false;
        }

        facts.Add(Good("connection", $"{settings.Redacted} from {settings.Origin}"));
        var database = await services.OpenDatabaseAsync(new DatabaseOptions(), cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            facts.AddRange(await DatabaseFacts.ReadAsync(database, services.Project, cancellationToken).ConfigureAwait(false));
            var history = await database.ReadHistoryAsync(cancellationToken).ConfigureAwait(false);
            var pending = set?.Graph.Pending(history.Applied.Select(a => a.Revision)).Count ?? 0;
            facts.Add(Good("history", history.IsCreated
                ? $"{database.Options.History}: {history.Applied.Count} applied, {pending} pending"
                : $"{database.Options.History} is not there yet: nothing was applied"));
            if (set is not null)
            {
                facts.AddRange(HalfDone.AllOf(set, history).Select(half =>
                    new DoctorFact("history", DoctorStatus.Warning, $"{half.Revision} is half done: {DatabaseRemarks.Of(half)}")));
                var missing = set.Graph.Unknown(history.Applied.Select(a => a.Revision));
                if (missing.Count > 0)
                {
                    facts.Add(new DoctorFact("history", DoctorStatus.Warning, $"no file {DatabaseRemarks.Of(missing)}"));
                }
            }
        }

        return true;
    }

    private static async Task<T?> TryAsync<T>(List<DoctorFact> facts, string name, Func<Task<T>> look)
    {
        try
        {
            return await look().ConfigureAwait(false);
        }
        catch (DiagnosticException e)
        {
            facts.AddRange(e.Diagnostics.Select(d => new DoctorFact(
                name, DoctorStatus.Failed, $"{d.Code}: {d.Summary}{(d.Where is { } where ? $" ({Paths.ForDisplay(where)})" : "")}")));
            return default;
        }
    }

    private static DoctorFact Good(string name, string detail) => new(name, DoctorStatus.Good, detail);
}
