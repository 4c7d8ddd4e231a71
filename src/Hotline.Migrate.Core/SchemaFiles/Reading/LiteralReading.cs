using System.Globalization;
using System.Text;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads string and number literals.</summary>
internal static class LiteralReading
{
    extension(StatementCursor cursor)
    {
        /// <summary>Steps over a string of any form and tells what it means.</summary>
        public string Text()
        {
            if (cursor.Kind is not (SqlTokenKind.String or SqlTokenKind.DollarString))
            {
                throw cursor.Unexpected("a string");
            }

            var token = cursor.Token.ToString();
            var text = cursor.Kind == SqlTokenKind.DollarString ? Dollar(token) : Quoted(cursor, token);
            cursor.Index++;
            return text;
        }

        /// <summary>Steps over an integer.</summary>
        public long Integer()
        {
            var start = cursor.Index;
            var negative = cursor.TakeSymbol('-');
            if (!negative)
            {
                cursor.TakeSymbol('+');
            }

            var digits = (negative ? "-" : "") + cursor.Token.ToString().Replace("_", "", StringComparison.Ordinal);
            if (cursor.Kind != SqlTokenKind.Number || !long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            {
                cursor.Index = start;
                throw cursor.Unexpected("a whole number");
            }

            cursor.Index++;
            return value;
        }
    }

    private static string Dollar(string token)
    {
        var tag = token.IndexOf('$', 1) + 1;
        return token[tag..^tag];
    }

    /// <summary>The parts of a string that goes on over several lines, put together.</summary>
    private static string Quoted(StatementCursor cursor, string token)
    {
        var open = token.IndexOf('\'', StringComparison.Ordinal);
        var prefix = token[..open].ToUpperInvariant();
        var escapes = prefix == "E";
        var text = new StringBuilder();
        for (var i = open + 1; i < token.Length; i++)
        {
            if (token[i] == '\\' && escapes && i + 1 < token.Length)
            {
                i = Escape(token, i + 1, text);
            }
            else if (token[i] != '\'')
            {
                text.Append(token[i]);
            }
            else if (i + 1 < token.Length && token[i + 1] == '\'')
            {
                text.Append('\'');
                i++;
            }
            else
            {
                i = Continuation(token, i + 1);
            }
        }

        return prefix == "U&" ? NameReading.Escapes(cursor, text.ToString()) : text.ToString();
    }

    /// <summary>The quote that goes on with the string; comments between may hold quotes of their own.</summary>
    private static int Continuation(string token, int from)
    {
        for (var i = from; i < token.Length; i++)
        {
            if (token[i] == '\'')
            {
                return i;
            }

            if (token[i] == '-')
            {
                i = token.IndexOf('\n', i) is >= 0 and var newLine ? newLine : token.Length;
            }
        }

        return token.Length;
    }

    private static int Escape(string token, int at, StringBuilder text)
    {
        var (digits, radix) = token[at] switch
        {
            'x' => (Count(token, at + 1, 2, char.IsAsciiHexDigit), 16),
            'u' => (Count(token, at + 1, 4, char.IsAsciiHexDigit), 16),
            'U' => (Count(token, at + 1, 8, char.IsAsciiHexDigit), 16),
            >= '0' and <= '7' => (Count(token, at, 3, c => c is >= '0' and <= '7'), 8),
            _ => (0, 0),
        };
        if (digits > 0)
        {
            var start = radix == 8 ? at : at + 1;
            var code = Convert.ToUInt32(token.Substring(start, digits), radix);
            text.Append(code switch
            {
                0 or > 0x10FFFF => "\uFFFD",
                <= char.MaxValue => ((char)code).ToString(),
                _ => char.ConvertFromUtf32((int)code),
            });
            return start + digits - 1;
        }

        text.Append(token[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var c => c });
        return at;
    }

    private static int Count(string token, int from, int most, Func<char, bool> belongs)
    {
        var count = 0;
        while (count < most && from + count < token.Length && belongs(token[from + count]))
        {
            count++;
        }

        return count;
    }
}
