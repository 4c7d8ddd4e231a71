using Hotline.Migrate.Diffing.Definitions;
using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Reads which text search dictionaries and configurations a text names: in strings, or in the statements that make others.</summary>
internal sealed class TextSearchUses(SchemaNames names)
{
    // Between the name and the type may stand a schema: 'german'::pg_catalog.regconfig.
    private const int LongestCast = 3;

    /// <summary>What a dictionary or configuration stands on.</summary>
    public HashSet<SchemaKey> Of(SqlObject sqlObject)
    {
        var own = sqlObject.Name.Schema;
        HashSet<SchemaKey> keys = [SchemaKey.Schema(own)];
        foreach (var statement in sqlObject.Additions.Prepend(sqlObject.Definition))
        {
            // Behind the words and the name: (COPY = name), (TEMPLATE = ...), WITH name, name.
            keys.UnionWith(NameChains.Of(Tokens.Of(statement)).Where(c => c.Before is "=" or "with" or ",").SelectMany(c => Find(c.Parts, own)));
        }

        keys.Remove(SchemaKey.Of(sqlObject));
        return keys;
    }

    /// <summary>What strings name where only a configuration or dictionary can be meant: <c>to_tsvector('german', body)</c>, <c>'german'::regconfig</c>.</summary>
    public IEnumerable<SchemaKey> OfStrings(IReadOnlyList<Token> tokens, string own) => tokens
        .Where((t, i) => t.Kind == TokenKind.Text && (IsArgument(tokens, i) || IsCast(tokens, i)))
        .SelectMany(t => NameChains.Of(Tokens.Of(t.Text.Trim('\''))))
        .SelectMany(c => Find(c.Parts, own));

    private static bool IsArgument(IReadOnlyList<Token> tokens, int at) => at > 1 && tokens[at - 1].Text == "(" && tokens[at - 2].Name is
        "to_tsvector" or "json_to_tsvector" or "jsonb_to_tsvector" or "to_tsquery" or "plainto_tsquery" or "phraseto_tsquery" or "websearch_to_tsquery"
        or "ts_headline" or "ts_debug" or "ts_lexize";

    private static bool IsCast(IReadOnlyList<Token> tokens, int at) => at + 2 < tokens.Count
        && tokens[at + 1].Text == "::"
        && tokens.Skip(at + 2).Take(LongestCast).Any(t => t.Name is "regconfig" or "regdictionary");

    private IEnumerable<SchemaKey> Find(IReadOnlyList<string> parts, string own) =>
        (parts.Count > 1 ? names.Find(parts[0], parts[1], own) : names.Find(null, parts[0], own))
        .Where(m => m.Kind == MeaningKind.TextSearch)
        .Select(m => m.Key);
}
