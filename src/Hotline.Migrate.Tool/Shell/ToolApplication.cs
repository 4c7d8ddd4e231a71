using Hotline.Migrate.Connecting;
using Hotline.Migrate.Tool.Code;
using Hotline.Migrate.Tool.Commands;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Failures;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>Runs one command line from its arguments to its exit code. Nothing escapes from here.</summary>
internal static class ToolApplication
{
    private static readonly string[] passwordVariables = ["PGPASSWORD", "PGSSLPASSWORD"];
    private static readonly SecretText noSecrets = new();

    /// <summary>Runs the command line.</summary>
    public static async Task<ExitCode> RunAsync(string[] arguments)
    {
        using var interruption = new Interruption();
        var secrets = new SecretText();
        secrets.Learn(new SecretScrubber(passwordVariables.Select(Environment.GetEnvironmentVariable).OfType<string>()).Scrub);

        // A command line that cannot be read can still say how its error is to be shown.
        var common = Glance(arguments);
        try
        {
            using var commandLine = new CommandLine(CommandCatalog.All);
            var parsed = commandLine.Parse(arguments);
            common = parsed.HelpAsked ? common : parsed.Common;
            using var terminal = new Terminal(common, secrets);
            return parsed.Command is null || parsed.HelpAsked || parsed.VersionAsked
                ? Inform(parsed, commandLine, terminal)
                : await ExecuteAsync(parsed, terminal, secrets, interruption.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (ManagedHostNeeded.IsReason(e))
        {
            return Fail(Failure.Of(ManagedHost.Become(arguments), interruption: null, common.Trace), common, secrets);
        }
        catch (Exception e)
        {
            return Fail(Failure.Of(e, interruption.ExitCode, common.Trace), common, secrets);
        }
    }

    private static async Task<ExitCode> ExecuteAsync(
        ParsedCommandLine parsed, Terminal terminal, SecretText secrets, CancellationToken cancellationToken)
    {
        var command = parsed.Command!;
        var services = new ToolServices(parsed.Common, secrets)
        {
            Progress = new ScreenProgress(terminal.Error),
            RunProgress = new RunLog(terminal.Error, new ProgressLine(terminal.Error, terminal.Live, TimeProvider.System), isShown: !parsed.Common.Json && !parsed.Common.Quiet),
            Confirmation = new TerminalConfirmation(terminal),
            RenameChoice = new TerminalRenameChoice(terminal),
        };
        var answer = await parsed.Run!(services, cancellationToken).ConfigureAwait(false);
        using var shown = answer.ShowsSecrets ? new Terminal(parsed.Common, noSecrets) : null;
        var target = shown ?? terminal;
        if (parsed.Common.Json)
        {
            target.Document(JsonEnvelope.Success(command.Help.Name, answer, services.Warnings, answer.ShowsSecrets ? noSecrets : secrets));
        }
        else
        {
            answer.Print(target.Out);
            FailurePrinter.Print(services.Warnings, terminal.Error);
        }

        return answer.ExitCode;
    }

    private static ExitCode Fail(Failure failure, CommonOptions common, SecretText secrets)
    {
        using var terminal = new Terminal(common, secrets);
        if (common.Json)
        {
            terminal.Document(JsonEnvelope.Failure(failure.Reasons, secrets));
        }
        else
        {
            FailurePrinter.Print(failure.Reasons, terminal.Error);
        }

        return failure.ExitCode;
    }

    private static ExitCode Inform(ParsedCommandLine parsed, CommandLine commandLine, Terminal terminal)
    {
        if (parsed.VersionAsked)
        {
            terminal.Out.Line(ToolVersion.Text);
            return ExitCode.Done;
        }

        // Help that was not asked for answers a usage error.
        (parsed.HelpAsked ? terminal.Out : terminal.Error).Text(parsed.Command is { } command
            ? HelpText.OfCommand(command.Help, parsed.Application, commandLine.CommonOptions)
            : HelpText.OfTool(CommandCatalog.All));
        return parsed.HelpAsked ? ExitCode.Done : ExitCode.Usage;
    }

    private static CommonOptions Glance(string[] arguments) => new()
    {
        Json = arguments.Contains("--json"),
        Ascii = arguments.Contains("--ascii"),
        Trace = arguments.Contains("--trace"),
        Color = arguments.Contains("--color=never") ? ColorMode.Never : ColorMode.Auto,
    };
}
