namespace Hotline.Migrate.Parsing;

/// <summary>Reads names out of statements.</summary>
internal static class SqlNames
{
    /// <summary>What an identifier means: as it is between quotes, in small letters without.</summary>
    public static string Folded(string identifier) =>
        identifier is ['"', .., '"'] ? identifier[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : Lowered(identifier);

    /// <summary>In small letters, as PostgreSQL folds what stands without quotes: of ASCII alone.</summary>
    public static string Lowered(string text) =>
        string.Create(text.Length, text, (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                to[i] = char.IsAsciiLetterUpper(from[i]) ? (char)(from[i] | 0x20) : from[i];
            }
        });

    extension(ref SqlWords words)
    {
        /// <summary>Steps over a name with its qualifications and tells it as written, without what stands between its parts; <c>null</c> where there is none.</summary>
        public string? Name()
        {
            if (words.Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier))
            {
                return null;
            }

            var name = words.Next().ToString();
            while (words.TakeSymbol('.') && words.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier)
            {
                name += "." + words.Next().ToString();
            }

            return name;
        }
    }
}
