using System.Text;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Rendering;

/// <summary>Writes carriage returns inside of strings and names as escapes: a file's own line ends are read as line feeds.</summary>
internal static class CarriageReturns
{
    public static string Escape(string sql)
    {
        if (!sql.Contains('\r', StringComparison.Ordinal))
        {
            return sql;
        }

        var text = new StringBuilder();
        var lexer = new SqlLexer(sql);
        var written = 0;
        for (var token = lexer.Next(); token.Kind != SqlTokenKind.End; token = lexer.Next())
        {
            var part = sql[token.Start..token.End];
            if (!part.Contains('\r', StringComparison.Ordinal) || Escaped(token.Kind, part) is not { } escaped)
            {
                continue;
            }

            text.Append(sql, written, token.Start - written).Append(escaped);
            written = token.End;
        }

        return text.Append(sql, written, sql.Length - written).ToString();
    }

    // A string between dollars, such as a body, has no escapes.
    private static string? Escaped(SqlTokenKind kind, string token) => (kind, token[0]) switch
    {
        (SqlTokenKind.String, '\'') => "E" + Doubled(token).Replace("\r", "\\r", StringComparison.Ordinal),
        (SqlTokenKind.String, 'E' or 'e') => token.Replace("\r", "\\r", StringComparison.Ordinal),
        (SqlTokenKind.QuotedIdentifier, '"') => "U&" + Doubled(token).Replace("\r", "\\000D", StringComparison.Ordinal),
        _ => null,
    };

    private static string Doubled(string token) => token.Replace("\\", "\\\\", StringComparison.Ordinal);
}
