using System.Text;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Running;

/// <summary>Finds the line and column that a position of the server stands for.</summary>
internal static class SqlPosition
{
    /// <summary>The place of a character of a statement in its file.</summary>
    /// <param name="sql">The statement as it was sent.</param>
    /// <param name="start">Where its first character stands.</param>
    /// <param name="position">The character, counted from 1 in code points, as the server counts.</param>
    public static SourceLocation Locate(string sql, SourceLocation start, int position)
    {
        var (line, column) = (start.Line, start.Column);
        var previous = default(Rune);
        foreach (var rune in sql.EnumerateRunes().Take(position - 1))
        {
            if (rune.Value == '\n' && previous.Value == '\r')
            {
                // CRLF ends one line.
            }
            else if (rune.Value is '\n' or '\r')
            {
                (line, column) = (line + 1, 1);
            }
            else
            {
                column += rune.Utf16SequenceLength;
            }

            previous = rune;
        }

        return start with { Line = line, Column = column };
    }
}
