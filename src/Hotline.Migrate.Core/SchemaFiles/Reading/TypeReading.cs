using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads type names, of several words or with a schema, modifiers and brackets.</summary>
internal static class TypeReading
{
    private static readonly string[][] SeveralWords =
    [
        ["double", "precision"],
        ["national", "character", "varying"], ["national", "char", "varying"], ["national", "character"], ["national", "char"],
        ["character", "varying"], ["char", "varying"], ["nchar", "varying"], ["bit", "varying"],
    ];

    private static readonly string[] Fields = ["year", "month", "day", "hour", "minute", "second"];

    extension(StatementCursor cursor)
    {
        /// <summary>Steps over a type name and tells its canonical spelling.</summary>
        public string Type()
        {
            var start = cursor.Index;
            if (cursor.TryType() is { } type)
            {
                return type;
            }

            cursor.Index = start;
            throw cursor.Unexpected("a type");
        }

        /// <summary>As <c>Type</c>, or <c>null</c> where there is none.</summary>
        public string? TryType()
        {
            if (!cursor.IsName)
            {
                return null;
            }

            var start = cursor.Index;
            var text = cursor.TypeName() + cursor.Modifiers() + cursor.TimeZone();
            if (cursor.IsSymbol('%'))
            {
                throw cursor.Refused(
                    DiagnosticCodes.SchemaFileSyntax,
                    $"{cursor.TextFrom(start)}%TYPE is no type that this file alone can tell.",
                    "Write the type itself: PostgreSQL does not keep %TYPE either.");
            }

            return SqlTypeName.TryNormalize(text + cursor.Dimensions());
        }

        private string TypeName()
        {
            foreach (var words in SeveralWords)
            {
                if (cursor.Take(words))
                {
                    return string.Join(' ', words);
                }
            }

            if (cursor.Take("interval"))
            {
                return "interval" + cursor.IntervalFields();
            }

            var isKeyword = cursor.Kind == SqlTokenKind.Word && SqlTypeName.IsBuiltIn(cursor.Token.ToString().ToLowerInvariant());
            if (isKeyword)
            {
                var word = cursor.Token.ToString().ToLowerInvariant();
                cursor.Index++;
                return word;
            }

            var name = Quoted(cursor.Identifier());
            while (cursor.TakeSymbol('.'))
            {
                name += "." + Quoted(cursor.Identifier());
            }

            return name;
        }

        private string IntervalFields()
        {
            var from = cursor.Field();
            var start = cursor.Index;
            return from is null ? "" : cursor.Take("to") && cursor.Field() is { } to ? $" {from} to {to}" : cursor.BackTo(start, " " + from);
        }

        private string BackTo(int index, string text)
        {
            cursor.Index = index;
            return text;
        }

        private string? Field() => Fields.FirstOrDefault(f => cursor.Take(f));

        private string Modifiers() => cursor.Kind == SqlTokenKind.OpenParenthesis ? $"({cursor.Parenthesised()})" : "";

        private string TimeZone() => (cursor.Take("with", "time", "zone"), cursor.Take("without", "time", "zone")) switch
        {
            (true, _) => " with time zone",
            (_, true) => " without time zone",
            _ => "",
        };

        private string Dimensions()
        {
            if (cursor.Take("array"))
            {
                if (cursor.IsSymbol('['))
                {
                    cursor.Skip();
                }

                return "[]";
            }

            var isArray = cursor.IsSymbol('[');
            while (cursor.IsSymbol('['))
            {
                cursor.Skip();
            }

            return isArray ? "[]" : "";
        }
    }

    private static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
