using System.Globalization;
using System.Text.RegularExpressions;
using Hotline.Migrate.History;
using Npgsql;

namespace Hotline.Migrate.Scripting;

/// <summary>Turns commands with parameters into SQL that stands alone.</summary>
internal static partial class SqlText
{
    /// <summary>The command with its parameters written out.</summary>
    public static string Of(NpgsqlBatchCommand command) => Parameter().Replace(
        command.CommandText,
        match => SqlLiteral.Of(command.Parameters[int.Parse(match.ValueSpan[1..], CultureInfo.InvariantCulture) - 1].Value));

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

    [GeneratedRegex(@"\$\d+")]
    private static partial Regex Parameter();
}
