namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>The definition of an object: its statement without <c>OR REPLACE</c> and <c>IF NOT EXISTS</c>.</summary>
internal static class DefinitionText
{
    /// <summary>The text, as written otherwise.</summary>
    /// <param name="cursor">The statement.</param>
    /// <param name="kind">The token behind <c>CREATE</c> and <c>OR REPLACE</c>.</param>
    /// <param name="behindKind">The token behind the words of the kind.</param>
    /// <param name="name">The token that the name begins with.</param>
    public static string Of(StatementCursor cursor, int kind, int behindKind, int name)
    {
        while (!cursor.IsAtEnd)
        {
            cursor.Index++;
        }

        return behindKind == name
            ? $"CREATE {cursor.TextFrom(kind)}"
            : $"CREATE {cursor.TextBetween(kind, behindKind)} {cursor.TextFrom(name)}";
    }
}
