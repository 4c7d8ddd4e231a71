namespace Hotline.Migrate.Parsing;

/// <summary>Reads names out of statements.</summary>
internal static class SqlNames
{
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
