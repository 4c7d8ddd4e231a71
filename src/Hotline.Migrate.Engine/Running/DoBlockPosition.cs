using System.Globalization;
using System.Text.RegularExpressions;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Running;

/// <summary>Finds the line of a <c>DO</c> block that failed: the server tells it in the context, counted from the block's opening quote.</summary>
internal static partial class DoBlockPosition
{
    /// <summary>The line's first character; <c>null</c> when the command is no such block or the context names no line of it.</summary>
    public static SourceLocation? Find(SqlCommand command, string? context)
    {
        // The outermost call comes last.
        var line = ContextLine().Matches(context ?? "").LastOrDefault();
        var opening = Opening().Match(command.Sql);
        if (line is null || !opening.Success)
        {
            return null;
        }

        var start = opening.Length;
        for (var left = int.Parse(line.Groups[1].ValueSpan, CultureInfo.InvariantCulture); left > 1; left--)
        {
            start = command.Sql.IndexOf('\n', start) + 1;
            if (start == 0)
            {
                return null;
            }
        }

        while (start < command.Sql.Length && command.Sql[start] is ' ' or '\t')
        {
            start++;
        }

        var position = command.Sql.AsSpan(0, start).ToString().EnumerateRunes().Count() + 1;
        return SqlPosition.Locate(command.Sql, command.Where, position);
    }

    // Translated servers have other words around the number, but the function's name and the order stay.
    [GeneratedRegex(@"PL/pgSQL\W.*\binline_code_block\b\D*(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex ContextLine();

    [GeneratedRegex(@"\ADO\s*(?:LANGUAGE\s+\w+\s*)?(?:\$\w*\$|')", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
