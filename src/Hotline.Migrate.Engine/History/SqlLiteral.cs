using System.Globalization;

namespace Hotline.Migrate.History;

/// <summary>Writes values as SQL, for statements that take no parameters.</summary>
internal static class SqlLiteral
{
    /// <summary>A value as SQL writes it.</summary>
    public static string Of(object? value) => value switch
    {
        null or DBNull => "NULL",
        bool truth => truth ? "true" : "false",
        string text => Quote(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A {value.GetType().Name} has no literal."),
    };

    // A backslash means itself only where standard_conforming_strings is on; E'' says so by itself.
    private static string Quote(string text) =>
        (text.Contains('\\', StringComparison.Ordinal) ? "E" : "")
        + $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
