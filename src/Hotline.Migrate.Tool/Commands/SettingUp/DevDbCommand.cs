using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.LocalServers;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>Runs a throw-away PostgreSQL server for development.</summary>
internal sealed class DevDbCommand : Command<DevDbOptions, DevDbOutcome>
{
    /// <summary>The folder of the server, below the project.</summary>
    internal const string Folder = ".hotline/pg";

    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("dev-db", CommandGroup.SetUp, "Runs a throw-away PostgreSQL server in .hotline/pg and prints its URL.")
    {
        Arguments = "start|stop|url|reset",
        Examples = ["dev-db start", "dev-db start --major 18", "upgrade --url \"$(dotnet hotline-migrate dev-db url)\"", "dev-db reset"],
    };

    // Its password is random, the server listens on this machine alone, and the URL is what the command is for.
    /// <inheritdoc />
    protected override bool ShowsSecrets(DevDbOutcome outcome) => true;

    /// <inheritdoc />
    protected override Printer<DevDbOutcome> Printer { get; } = new DevDbPrinter();

    /// <inheritdoc />
    protected override Func<DevDbOptions> Declare(CommandSyntax syntax)
    {
        var action = syntax.Argument("action", "start, stop, url, or reset (an empty server, at the same URL)");
        var major = syntax.Text("--major <VERSION>", "PostgreSQL's major version, 14 to 18, for a new server");
        return () => new DevDbOptions(ReadAction(action.Required("dev-db start")), ReadMajor(major));
    }

    /// <inheritdoc />
    protected override async Task<DevDbOutcome> ExecuteAsync(DevDbOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(services.Project.Directory, Folder);
        var server = new LocalServerOptions { Major = options.Major, Progress = services.Progress };
        var before = (await LocalServer.StatusAsync(folder, cancellationToken).ConfigureAwait(false)).Server;
        switch (options.Action)
        {
            case DevDbAction.Start:
                return Running(options.Action, await LocalServer.StartAsync(folder, server, cancellationToken).ConfigureAwait(false), folder, before is null);
            case DevDbAction.Reset:
                return Running(options.Action, await LocalServer.ResetAsync(folder, server, cancellationToken).ConfigureAwait(false), folder, changed: true);
            case DevDbAction.Stop:
                var stopped = await LocalServer.StopAsync(folder, cancellationToken).ConfigureAwait(false);
                return new DevDbOutcome(options.Action, Url: null, Version: null, folder, stopped);
            default:
                return before is null ? throw NotRunning() : Running(options.Action, before, folder, changed: false);
        }
    }

    private static DevDbOutcome Running(DevDbAction action, RunningServer server, string folder, bool changed) =>
        new(action, server.Url, server.Version.ToString(), folder, changed);

    private static DevDbAction ReadAction(string text) => text.ToLowerInvariant() switch
    {
        "start" => DevDbAction.Start,
        "stop" => DevDbAction.Stop,
        "url" => DevDbAction.Url,
        "reset" => DevDbAction.Reset,
        _ => throw UsageErrors.NotAValue("<action>", text, ["start", "stop", "url", "reset"]),
    };

    private static int? ReadMajor(TextOption option) =>
        option.Value is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major is >= 14 and <= 99 ? major
        : throw UsageErrors.Invalid($"'{text}' is not a major version of PostgreSQL: use 14 to 18.");

    private static DiagnosticException NotRunning() => new(FailureKind.Usage, new Diagnostic
    {
        Code = DiagnosticCodes.LocalServerNotRunning,
        Summary = "The development server does not run.",
        NextActions = ["dotnet hotline-migrate dev-db start"],
    });
}
