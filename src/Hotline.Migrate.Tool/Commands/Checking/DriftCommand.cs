using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Drift;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Checking;

/// <summary>Compares the database with a replay of its revisions.</summary>
internal sealed class DriftCommand : Command<DriftOptions, DriftOutcome>
{
    private static readonly string[] actions = ["show", "adopt", "revert"];

    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("drift", CommandGroup.Check, "Shows how the database differs from what its migrations make.")
    {
        Arguments = "[show|adopt|revert]",
        ExitCodes = "3 when it differs",
        Examples = ["drift", "drift revert > revert.sql", "drift adopt --rename users.mail=users.email", "drift --env staging --json"],
    };

    // SQL is the user's own, and must run as it is.
    /// <inheritdoc />
    protected override bool ShowsSecrets(DriftOutcome outcome) => outcome.Action != DriftAction.Show;

    /// <inheritdoc />
    protected override Printer<DriftOutcome> Printer { get; } = new DriftPrinter();

    /// <inheritdoc />
    protected override Func<DriftOptions> Declare(CommandSyntax syntax)
    {
        var action = syntax.Argument("action", "show the differences (default), or write SQL: adopt them into a migration, or revert them");
        var renames = syntax.Texts("--rename <OLD_NEW>", "old=new: it was renamed in the database");
        var drops = syntax.Texts("--drop <OLD>", "it was not renamed, but dropped");
        var scratch = syntax.Text("--scratch-url <URL>", "a server for the scratch databases (default: the database's own)");
        var assembly = syntax.Text("--assembly <PATH>", "the assembly with the C# data migrations");
        return () => new DriftOptions(ReadAction(action.Value), renames.Values, drops.Values, scratch.Value, assembly.Value);
    }

    /// <inheritdoc />
    protected override async Task<DriftOutcome> ExecuteAsync(DriftOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var set = services.Project.Load(cancellationToken);
        var answers = DiffAnswers.Parse(options.Renames, options.Drops);
        var settings = services.DiscoverConnection().Require();
        services.Warn(settings.Warnings);
        var server = await services.FindScratchServerAsync(options.ScratchUrl, options.Assembly, cancellationToken).ConfigureAwait(false);
        var report = await DriftDetector.DetectAsync(
            set,
            settings,
            new Migrate.Drift.DriftOptions
            {
                Runner = server.Options,
                Filters = services.Project.Configuration.Filters,
                Scratch = server.Settings,
                Answers = answers,
            },
            cancellationToken).ConfigureAwait(false);
        services.Warn(report.Warnings);
        if (report.Unclear.Count > 0 && options.Action != DriftAction.Show)
        {
            throw new DiagnosticException(FailureKind.Findings, [.. report.Unclear.Select(d => d with { Severity = DiagnosticSeverity.Error })]);
        }

        services.Warn(report.Unclear);
        return new DriftOutcome(options.Action, settings.Redacted, report);
    }

    /// <inheritdoc />
    protected override ExitCode ExitCodeOf(DriftOutcome outcome) => outcome.Report.HasDrift ? ExitCode.Findings : ExitCode.Done;

    private static DriftAction ReadAction(string? text) => text?.ToLowerInvariant() switch
    {
        null or "show" => DriftAction.Show,
        "adopt" => DriftAction.Adopt,
        "revert" => DriftAction.Revert,
        var other => throw UsageErrors.NotAValue("drift", other, actions),
    };
}
