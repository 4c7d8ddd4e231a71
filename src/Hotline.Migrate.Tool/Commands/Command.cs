using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands;

/// <summary>A command: declares its command line and gives what runs it.</summary>
internal abstract class Command
{
    /// <summary>What the help says about it.</summary>
    public abstract CommandHelp Help { get; }

    /// <summary>Declares arguments and options. The result reads them and runs the command.</summary>
    public abstract Func<ToolServices, CancellationToken, Task<Answer>> Define(CommandSyntax syntax);
}

/// <summary>A command with its options and its outcome. It does not know the console.</summary>
internal abstract class Command<TOptions, TOutcome> : Command
{
    /// <summary>What shows the outcome.</summary>
    protected abstract Printer<TOutcome> Printer { get; }

    /// <inheritdoc />
    public sealed override Func<ToolServices, CancellationToken, Task<Answer>> Define(CommandSyntax syntax)
    {
        var read = Declare(syntax);
        return async (services, cancellationToken) =>
        {
            var outcome = await ExecuteAsync(read(), services, cancellationToken).ConfigureAwait(false);
            return Answer.From(outcome, Printer, ExitCodeOf(outcome), ShowsSecrets(outcome));
        };
    }

    /// <summary>Declares arguments and options; the result reads them, or throws a usage error.</summary>
    protected abstract Func<TOptions> Declare(CommandSyntax syntax);

    /// <summary>Does what the command is for.</summary>
    protected abstract Task<TOutcome> ExecuteAsync(TOptions options, ToolServices services, CancellationToken cancellationToken);

    /// <summary>Whether the answer is printed as it is, password or not, because just that is asked for.</summary>
    protected virtual bool ShowsSecrets(TOutcome outcome) => false;

    /// <summary>The exit code that an outcome has; failures are exceptions.</summary>
    protected virtual ExitCode ExitCodeOf(TOutcome outcome) => ExitCode.Done;
}
