using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Hotline.Migrate.Scripting;

/// <summary>Turns commands with parameters into SQL that stands alone.</summary>
internal static partial class SqlText
{
    /// <summary>The command with its parameters written out.</summary>
    public static string Of(NpgsqlBatchCommand command) => Parameter().Replace(
        command.CommandText,
        match => Literal(command.Parameters[int.Parse(match.ValueSpan[1..], CultureInfo.InvariantCulture) - 1].Value));

    /// <summary>A value as SQL writes it.</summary>
    public static string Literal(object? value) => value switch
    {
        null or DBNull => "NULL",
        bool truth => truth ? "true" : "false",
        string text => Quote(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A {value.GetType().Name} has no literal."),
    };

    /// <summary>Text between dollar quotes that it does not hold itself.</summary>
    public static string Dollars(string text)
    {
        var tag = "hm";
        while (text.Contains($"${tag}$", StringComparison.Ordinal))
        {
            tag += "_";
        }

        return $"${tag}${text}${tag}$";
    }

    // A backslash means itself only where standard_conforming_strings is on; E'' says so by itself.
    private static string Quote(string text) =>
        (text.Contains('\\', StringComparison.Ordinal) ? "E" : "")
        + $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"\$\d+")]
    private static partial Regex Parameter();
}
