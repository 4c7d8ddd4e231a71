using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>The tokens of a definition in one spelling, so that equal ones can be told by their text.</summary>
internal static class DefinitionWords
{
    private static readonly string[][] Overlooked = [["or", "replace"], ["if", "not", "exists"]];

    public static List<string> Of(string definition) => Of(Tokens.Of(definition));

    public static List<string> Of(IReadOnlyList<Token> tokens)
    {
        var words = new List<string>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsDefaultSchema(tokens, i))
            {
                i++;
                continue;
            }

            words.Add(Spelling(tokens[i]));
        }

        if (words.Count > 0 && words[^1] == ";")
        {
            words.RemoveAt(words.Count - 1);
        }

        return WithoutOptions(words);
    }

    private static string Spelling(Token token) => token.Kind switch
    {
        TokenKind.QuotedName => SqlIdentifier.Quote(token.Name!),
        TokenKind.Text => StringText.Canonical(token.Text),
        _ => token.Text,
    };

    private static bool IsDefaultSchema(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Name == QualifiedName.DefaultSchema
        && at + 2 < tokens.Count
        && tokens[at + 1].Text == "."
        && tokens[at + 2].Name is not null
        && (at == 0 || tokens[at - 1].Text != ".");

    // They stand among the first words or nowhere.
    private static List<string> WithoutOptions(List<string> words)
    {
        foreach (var option in Overlooked)
        {
            for (var at = 1; at < Math.Min(6, words.Count - option.Length); at++)
            {
                if (words[0] == "create" && words.Skip(at).Take(option.Length).SequenceEqual(option))
                {
                    words.RemoveRange(at, option.Length);
                    break;
                }
            }
        }

        return words;
    }
}
