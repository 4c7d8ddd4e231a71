using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>Finds the place in a file that a position in a statement belongs to.</summary>
public static class SourceMap
{
    /// <summary>The line and column of a position that PostgreSQL reported.</summary>
    /// <param name="sql">The statement as it was sent.</param>
    /// <param name="start">Its first character in the file.</param>
    /// <param name="codePointPosition">The position: characters (Unicode code points, not UTF-16 units) from 1, or 0 for none.</param>
    public static SourceLocation Locate(string sql, SourceLocation start, int codePointPosition)
    {
        var offset = 0;
        for (var left = codePointPosition - 1; left > 0 && offset < sql.Length; left--)
        {
            offset += char.IsSurrogatePair(sql, offset) ? 2 : 1;
        }

        return At(sql, start, offset);
    }

    /// <summary>The line and column of a place in a statement.</summary>
    /// <param name="command">The statement.</param>
    /// <param name="offset">The place, in UTF-16 units from 0.</param>
    internal static SourceLocation At(SqlCommand command, int offset) => At(command.Sql, command.Where, offset);

    private static SourceLocation At(string sql, SourceLocation start, int offset)
    {
        var (line, column) = new LineCounter(sql, Math.Max(start.Line, 1), Math.Max(start.Column, 1)).At(offset);
        return start with { Line = line, Column = column };
    }

    /// <inheritdoc cref="Locate(string, SourceLocation, int)"/>
    public static SourceLocation Locate(SqlCommand command, int codePointPosition) =>
        Locate(command.Sql, command.Where, codePointPosition);
}
