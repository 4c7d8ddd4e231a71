using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>The errors of a command line. All of them end the tool with exit code 2 before anything is changed.</summary>
internal static class UsageErrors
{
    private const string ToolName = "dotnet hotline-migrate";

    public static DiagnosticException UnknownCommand(string typed, string? nearest) =>
        Error(DiagnosticCodes.UnknownCommand, $"There is no command '{typed}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}", nearest is null ? [$"{ToolName} --help"] : [$"{ToolName} {nearest}"]);

    public static DiagnosticException UnknownOption(string typed, string? nearest, string? command) =>
        Error(
            DiagnosticCodes.UnknownOption,
            $"There is no option '{typed}'{(command is null ? "" : $" for '{command}'")}.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}",
            [Help(command)]);

    public static DiagnosticException UnexpectedArgument(string typed, string command) =>
        Error(DiagnosticCodes.UnexpectedArgument, $"The command '{command}' does not take the argument '{typed}'.", [Help(command)]);

    public static DiagnosticException MissingArgument(string name, string example) =>
        Error(DiagnosticCodes.MissingArgument, $"The argument <{name}> is missing or empty.", [$"{ToolName} {example}"]);

    public static DiagnosticException MissingValue(string option, string? command) =>
        Error(DiagnosticCodes.MissingArgument, $"The option '{option}' needs a value.", [Help(command)]);

    public static DiagnosticException Invalid(string summary, params string[] next) =>
        Error(DiagnosticCodes.InvalidUsage, summary, next);

    public static DiagnosticException NotAValue(string option, string value, IReadOnlyList<string> allowed)
    {
        var nearest = NearestName.Of(value, allowed);
        return Invalid(
            $"'{value}' is not a value of {option}: use {string.Join(", ", allowed)}.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
    }

    /// <summary>How to ask for help about a command.</summary>
    public static string Help(string? command) => command is null ? $"{ToolName} --help" : $"{ToolName} {command} --help";

    private static DiagnosticException Error(string code, string summary, IReadOnlyList<string> next) =>
        new(FailureKind.Usage, new Diagnostic { Code = code, Summary = summary, NextActions = next });
}
