namespace Hotline.Migrate.Parsing;

/// <summary>Knows what only newer versions of PostgreSQL take, as far as a statement's text surely tells.</summary>
/// <remarks>By the release notes of PostgreSQL 15 to 18. Bodies of routines and queries are not looked into: a server tells about them when they run.</remarks>
internal static class ServerFeatures
{
    /// <summary>The newest version that brought something here.</summary>
    public const int NewestMajor = 18;

    private const string UnloggedSequences = "unlogged sequences";

    /// <summary>The first feature of the statement that came after <paramref name="major"/>.</summary>
    public static ServerFeature? NewerThan(string sql, int major)
    {
        var words = new SqlWords(sql);
        return words.Is("CREATE") || words.Is("ALTER") || words.Is("GRANT") || words.Is("REVOKE") || words.Is("MERGE")
            ? Of(FeatureTokens.Of(sql)).Where(f => f.Major > major).Select(f => (ServerFeature?)f).FirstOrDefault()
            : null;
    }

    private static IEnumerable<ServerFeature> Of(FeatureTokens tokens)
    {
        if (tokens.IsAt("MERGE", "INTO"))
        {
            return [new("MERGE statements", 15, tokens.Position)];
        }

        if (tokens.Is("GRANT") || tokens.Is("REVOKE"))
        {
            return tokens.Has(0, "ON") ? Maintenance(tokens) : [];
        }

        var isNew = tokens.Take("CREATE");
        if (!isNew)
        {
            tokens.Take("ALTER");
        }

        tokens.Take("OR", "REPLACE");
        var isUnlogged = tokens.Take("UNLOGGED");
        while (tokens.Take("UNIQUE") || tokens.Take("FOREIGN") || tokens.Take("TEMP") || tokens.Take("TEMPORARY"))
        {
            // None of them tells the kind.
        }

        return true switch
        {
            _ when tokens.Take("TABLE") => TableFeatures.Of(tokens, isNew),
            _ when tokens.Take("INDEX") => TableFeatures.EqualNulls(tokens),
            _ when tokens.Is("SEQUENCE") && isUnlogged => [new(UnloggedSequences, 15, tokens.Position)],
            _ when tokens.Take("SEQUENCE") && !isNew => All(tokens, 0, (UnloggedSequences, 15, ["SET", "UNLOGGED"]), (UnloggedSequences, 15, ["SET", "LOGGED"])),
            _ when tokens.Take("VIEW") => Views(tokens),
            _ when tokens.Take("PUBLICATION") => Publications(tokens),
            _ when tokens.Take("COLLATION") => Collations(tokens),
            _ when tokens.Take("EVENT", "TRIGGER") => All(tokens, 0, ("event triggers on login", 17, ["ON", "login"])),
            _ when tokens.Take("DEFAULT", "PRIVILEGES") =>
                [.. Maintenance(tokens), .. All(tokens, 0, ("default privileges on large objects", 18, ["ON", "LARGE", "OBJECTS"]))],
            _ => [],
        };
    }

    /// <summary>The features whose keywords stand in as many parentheses as are said.</summary>
    public static IEnumerable<ServerFeature> All(FeatureTokens tokens, int depth, params (string Name, int Major, string[] Keywords)[] features)
    {
        var start = tokens.Index;
        var found = new List<ServerFeature>();
        for (; !tokens.IsAtEnd; tokens.Index++)
        {
            foreach (var (name, major, keywords) in features)
            {
                if (tokens.Depth == depth && tokens.IsAt(keywords))
                {
                    found.Add(new(name, major, tokens.Position));
                }
            }
        }

        tokens.Index = start;
        return found;
    }

    private static IEnumerable<ServerFeature> Maintenance(FeatureTokens tokens)
    {
        var isGrant = false;
        for (; !tokens.IsAtEnd && !(isGrant && tokens.Is("ON")); tokens.Index++)
        {
            isGrant |= tokens.Is("GRANT") || tokens.Is("REVOKE");
            if (isGrant && tokens.Depth == 0 && tokens.Is("MAINTAIN"))
            {
                yield return new("MAINTAIN privileges", 17, tokens.Position);
            }
        }
    }

    // What stands behind AS is the query.
    private static IEnumerable<ServerFeature> Views(FeatureTokens tokens)
    {
        var isOption = false;
        for (; !tokens.IsAtEnd && !tokens.Is("AS"); tokens.Index++)
        {
            isOption |= tokens.Depth == 0 && (tokens.Is("WITH") || tokens.Is("SET") || tokens.Is("RESET"));
            if (isOption && tokens.Is("security_invoker"))
            {
                yield return new("views with the rights of who reads them (security_invoker)", 15, tokens.Position);
            }
        }
    }

    private static IEnumerable<ServerFeature> Publications(FeatureTokens tokens)
    {
        foreach (var feature in All(tokens, 0, ("publications of schemas", 15, ["TABLES", "IN", "SCHEMA"]), ("publications of some rows", 15, ["WHERE"]))
            .Concat(All(tokens, 1, ("publications of generated columns", 18, ["publish_generated_columns"]))))
        {
            yield return feature;
        }

        var isTable = false;
        for (; !tokens.IsAtEnd; tokens.Index++)
        {
            if (tokens.Depth == 0 && isTable && tokens.IsSymbol('('))
            {
                yield return new("publications of some columns", 15, tokens.Position);
            }

            isTable = tokens.Depth == 0 && (isTable || tokens.Is("TABLE")) && !tokens.Is("WITH") && !tokens.Is("WHERE");
        }
    }

    private static IEnumerable<ServerFeature> Collations(FeatureTokens tokens)
    {
        for (; !tokens.IsAtEnd; tokens.Index++)
        {
            var position = tokens.Position;
            var start = tokens.Index;
            if (tokens.Depth == 1 && tokens.Take("provider") && tokens.TakeSymbol('=') && tokens.Is("builtin"))
            {
                yield return new("collations of PostgreSQL's own provider", 17, position);
            }

            tokens.Index = start;
            if (tokens.Depth == 1 && tokens.Take("rules") && tokens.IsSymbol('='))
            {
                yield return new("collations with rules", 16, position);
            }

            tokens.Index = start;
        }
    }
}
