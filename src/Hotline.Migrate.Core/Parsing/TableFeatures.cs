namespace Hotline.Migrate.Parsing;

/// <summary>What newer versions of PostgreSQL take in <c>CREATE TABLE</c> and <c>ALTER TABLE</c>.</summary>
internal static class TableFeatures
{
    private const int Anywhere = -1;

    /// <summary>The features of a statement, read from behind <c>TABLE</c>.</summary>
    public static IEnumerable<ServerFeature> Of(FeatureTokens tokens, bool isNew)
    {
        // Expressions stand one parenthesis deeper, and have columns of any name.
        var depth = isNew ? 1 : 0;
        var isPartitioned = isNew && tokens.Has(0, "PARTITION", "BY");
        var start = tokens.Index;
        for (; !tokens.IsAtEnd && !IsQuery(tokens, isNew); tokens.Index++)
        {
            if (At(tokens, tokens.Depth == depth ? depth : Anywhere, isNew, isPartitioned) is { } feature)
            {
                yield return feature;
            }
        }

        tokens.Index = start;
    }

    /// <summary>NULLs that are equal in a unique key.</summary>
    public static IEnumerable<ServerFeature> EqualNulls(FeatureTokens tokens) =>
        ServerFeatures.All(tokens, 0, ("unique keys in which NULLs are equal", 15, ["NULLS", "NOT", "DISTINCT"]));

    // CREATE TABLE ... AS SELECT
    private static bool IsQuery(FeatureTokens tokens, bool isNew) => isNew && tokens.Depth == 0 && tokens.Is("AS");

    private static ServerFeature? At(FeatureTokens tokens, int depth, bool isNew, bool isPartitioned)
    {
        var position = tokens.Position;
        return true switch
        {
            _ when tokens.IsAt("WITHOUT", "OVERLAPS") => new("keys without overlaps", 18, position),
            _ when depth == Anywhere => null,
            _ when tokens.IsAt("NULLS", "NOT", "DISTINCT") => new("unique keys in which NULLs are equal", 15, position),
            _ when tokens.IsAt("NOT", "ENFORCED") => new("constraints that are not enforced", 18, position),
            _ when tokens.IsAt("FOREIGN", "KEY") && HasPeriod(tokens) => new("references with a period", 18, position),
            _ when tokens.IsAt("ON", "DELETE", "SET") && NamesColumns(tokens) => new("references that set some of their columns to NULL", 15, position),
            _ when tokens.IsAt("GENERATED", "ALWAYS", "AS") && IsVirtual(tokens) => new("generated columns that are computed on reading", 18, position),
            _ when isPartitioned && tokens.Is("EXCLUDE") && IsConstraint(tokens) => new("exclusion constraints of partitioned tables", 17, position),
            _ when !isNew && tokens.IsAt("SET", "EXPRESSION") => new("changes of a generated column's expression", 17, position),
            _ when !isNew && tokens.IsAt("ALTER", "CONSTRAINT") && BecomesEnforced(tokens) => new("constraints that are not enforced", 18, position),
            _ when !isNew && tokens.Is("ADD") && IsNotNull(tokens) => new("NOT NULL constraints of their own", 18, position),
            _ => null,
        };
    }

    private static bool HasPeriod(FeatureTokens tokens)
    {
        var start = tokens.Index;
        tokens.Take("FOREIGN", "KEY");
        var depth = tokens.Depth;
        var found = false;
        for (tokens.TakeSymbol('('); !tokens.IsAtEnd && tokens.Depth > depth && !found; tokens.Index++)
        {
            found = tokens.Is("PERIOD") && tokens.KindAt(1) is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier;
        }

        tokens.Index = start;
        return found;
    }

    private static bool NamesColumns(FeatureTokens tokens)
    {
        var start = tokens.Index;
        tokens.Take("ON", "DELETE", "SET");
        var found = (tokens.Take("NULL") || tokens.Take("DEFAULT")) && tokens.IsSymbol('(');
        tokens.Index = start;
        return found;
    }

    // From PostgreSQL 18 on, what is not said to be stored is not.
    private static bool IsVirtual(FeatureTokens tokens)
    {
        var start = tokens.Index;
        tokens.Take("GENERATED", "ALWAYS", "AS");
        var isExpression = tokens.IsSymbol('(');
        tokens.Skip();
        var found = isExpression && !tokens.Is("STORED");
        tokens.Index = start;
        return found;
    }

    private static bool IsConstraint(FeatureTokens tokens) => tokens.IsAt("EXCLUDE", "USING") || tokens.KindAt(1) == SqlTokenKind.OpenParenthesis;

    private static bool BecomesEnforced(FeatureTokens tokens)
    {
        var start = tokens.Index;
        tokens.Index += 3;
        while (!tokens.IsAtEnd && !tokens.IsSymbol(',') && !tokens.Is("ENFORCED"))
        {
            tokens.Index++;
        }

        var found = tokens.Is("ENFORCED");
        tokens.Index = start;
        return found;
    }

    private static bool IsNotNull(FeatureTokens tokens)
    {
        var start = tokens.Index;
        tokens.Take("ADD");
        if (tokens.Take("CONSTRAINT"))
        {
            tokens.Index++;
        }

        var found = tokens.Take("NOT", "NULL") && tokens.IsName;
        tokens.Index = start;
        return found;
    }
}
