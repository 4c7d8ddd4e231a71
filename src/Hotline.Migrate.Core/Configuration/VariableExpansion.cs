using System.Text;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Configuration;

/// <summary>Fills <c>${VARIABLE}</c> and <c>${VARIABLE:-default}</c> in. A <c>$</c> without a brace stands for itself.</summary>
public static class VariableExpansion
{
    /// <summary>The text with every variable filled in.</summary>
    /// <param name="text">The text. Messages never show it, for it may hold a password.</param>
    /// <param name="variable">Tells a variable's value, or <c>null</c>. An empty value counts as not set.</param>
    /// <param name="where">Where the text stands.</param>
    /// <exception cref="DiagnosticException">HM0306 for a variable that is not set and has no default; HM0304 for a brace that is not closed.</exception>
    public static string Expand(string text, Func<string, string?> variable, SourceLocation? where = null)
    {
        var result = new StringBuilder();
        var position = 0;
        while (text.IndexOf("${", position, StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                throw Failure(DiagnosticCodes.ConfigurationValueInvalid, "A '${' is never closed by '}'.", "Write it as ${VARIABLE}.", where);
            }

            result.Append(text, position, open - position).Append(Value(text[(open + 2)..close], variable, where));
            position = close + 1;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    private static string Value(string reference, Func<string, string?> variable, SourceLocation? where)
    {
        var separator = reference.IndexOf(":-", StringComparison.Ordinal);
        var name = separator < 0 ? reference : reference[..separator];
        return variable(name) is { Length: > 0 } value ? value
            : separator >= 0 ? reference[(separator + 2)..]
            : throw Failure(
                DiagnosticCodes.EnvironmentVariableMissing,
                $"The environment variable {name} is not set.",
                $"Set {name}, or write ${{{name}:-default}}.",
                where);
    }

    private static DiagnosticException Failure(string code, string summary, string nextAction, SourceLocation? where) =>
        new(FailureKind.Usage, new Diagnostic { Code = code, Summary = summary, Where = where, NextActions = [nextAction] });
}
