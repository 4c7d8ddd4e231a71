using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>What an exception means for the person who sees it.</summary>
internal sealed record Failure(ExitCode ExitCode, IReadOnlyList<Diagnostic> Reasons)
{
    /// <summary>Expected failures say what they are; a cancelled command was interrupted; all else is our bug.</summary>
    public static Failure Of(Exception exception, ExitCode? interruption, bool trace) => exception switch
    {
        DiagnosticException expected => new Failure((ExitCode)(int)expected.Kind, expected.Diagnostics),
        _ when interruption is { } code => new Failure(code, [new Diagnostic
        {
            Code = DiagnosticCodes.Interrupted,
            Summary = "Interrupted: what was not finished is undone.",
            NextActions = ["dotnet hotline-migrate current"],
        }]),
        _ => new Failure(ExitCode.Bug, [new Diagnostic
        {
            Code = DiagnosticCodes.InternalError,
            Summary = $"The tool failed: {exception.GetType().Name}: {exception.Message}",
            Why = trace ? exception.ToString() : null,
            NextActions = [.. Report(trace)],
        }]),
    };

    private static IEnumerable<string> Report(bool trace)
    {
        yield return "This is a bug. Please report it with the output of: dotnet hotline-migrate doctor";
        if (!trace)
        {
            yield return "Run the command again with --trace to see the stack.";
        }
    }
}
