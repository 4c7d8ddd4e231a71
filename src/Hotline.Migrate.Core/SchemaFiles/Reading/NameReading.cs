using System.Globalization;
using System.Text;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads identifiers: unquoted ones are folded to lower case, quoted ones kept, <c>U&amp;"..."</c> decoded.</summary>
internal static class NameReading
{
    extension(StatementCursor cursor)
    {
        /// <summary>Whether the token at hand may be a name.</summary>
        public bool IsName => cursor.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier;

        /// <summary>Steps over a name without qualification.</summary>
        public string Identifier(string what = "a name")
        {
            if (!cursor.IsName)
            {
                throw cursor.Unexpected(what);
            }

            var name = Decoded(cursor);
            if (!SqlIdentifier.IsValid(name))
            {
                throw cursor.Refused(
                    DiagnosticCodes.SchemaFileSyntax,
                    name.Length == 0 ? "A name is empty." : $"The name {name} is longer than the 63 bytes that PostgreSQL keeps.",
                    "Give it a shorter name.");
            }

            cursor.Index++;
            return name;
        }

        /// <summary>Steps over a name that may have a schema.</summary>
        public QualifiedName Name(string what = "a name")
        {
            var parts = cursor.Parts(what);
            return parts switch
            {
                [var name] => QualifiedName.Of(name),
                [var schema, var name] => new QualifiedName(schema, name),
                _ => throw cursor.Unexpected($"{what} with one schema at most before it"),
            };
        }

        /// <summary>Steps over a name that lives in no schema.</summary>
        public QualifiedName DatabaseWideName() => QualifiedName.Of(cursor.Identifier());

        /// <summary>Steps over a name that may have a schema and names a column.</summary>
        public ColumnReference Column()
        {
            var parts = cursor.Parts("a column with its table");
            return parts switch
            {
                [var table, var column] => new ColumnReference(QualifiedName.Of(table), column),
                [var schema, var table, var column] => new ColumnReference(new QualifiedName(schema, table), column),
                _ => throw cursor.Unexpected("a column with its table before it"),
            };
        }

        /// <summary>Steps over names with commas between them.</summary>
        public IReadOnlyList<T> List<T>(Func<StatementCursor, T> item)
        {
            List<T> items = [item(cursor)];
            while (cursor.TakeSymbol(','))
            {
                items.Add(item(cursor));
            }

            return items;
        }

        /// <summary>Steps over a role; <c>PUBLIC</c> is <see cref="Grant.Public"/>.</summary>
        public string Role()
        {
            cursor.Take("GROUP");
            return cursor.Identifier("a role");
        }

        private List<string> Parts(string what)
        {
            List<string> parts = [cursor.Identifier(what)];
            while (cursor.TakeSymbol('.'))
            {
                parts.Add(cursor.Identifier(what));
            }

            return parts;
        }
    }

    private static string Decoded(StatementCursor cursor)
    {
        var token = cursor.Token;
        if (cursor.Kind == SqlTokenKind.Word)
        {
            // PostgreSQL folds ASCII alone in UTF-8 databases.
            return string.Create(token.Length, token.ToString(), (to, from) => Ascii(from, to));
        }

        var isUnicode = token[0] != '"';
        var content = token[(isUnicode ? 3 : 1)..^1].ToString().Replace("\"\"", "\"", StringComparison.Ordinal);
        return isUnicode ? Escapes(cursor, content) : content;
    }

    private static void Ascii(string from, Span<char> to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = char.IsAsciiLetterUpper(from[i]) ? char.ToLowerInvariant(from[i]) : from[i];
        }
    }

    /// <summary>Decodes <c>\XXXX</c>, <c>\+XXXXXX</c> and <c>\\</c>.</summary>
    public static string Escapes(StatementCursor cursor, string content)
    {
        var decoded = new StringBuilder(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] != '\\')
            {
                decoded.Append(content[i]);
                continue;
            }

            var rest = content.AsSpan(i + 1);
            if (rest.StartsWith("\\"))
            {
                decoded.Append('\\');
                i++;
                continue;
            }

            var (start, length) = rest.StartsWith("+") ? (1, 6) : (0, 4);
            if (rest.Length < start + length
                || !int.TryParse(rest.Slice(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                || code is 0 or < 0 or > 0x10FFFF)
            {
                throw cursor.Refused(DiagnosticCodes.SchemaFileSyntax, @"A Unicode escape is not \XXXX or \+XXXXXX.");
            }

            decoded.Append(code <= char.MaxValue ? ((char)code).ToString() : char.ConvertFromUtf32(code));
            i += start + length;
        }

        return decoded.ToString();
    }
}
