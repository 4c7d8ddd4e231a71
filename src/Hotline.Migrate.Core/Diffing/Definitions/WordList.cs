namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>Finds its way through the words of a definition by their parentheses.</summary>
internal static class WordList
{
    /// <summary>The place of the first of these words outside of parentheses, from <paramref name="start"/> on; the end if there is none.</summary>
    public static int Find(IReadOnlyList<string> words, int start, params ReadOnlySpan<string> wanted)
    {
        var depth = 0;
        for (var i = start; i < words.Count; i++)
        {
            if (depth == 0 && wanted.Contains(words[i]))
            {
                return i;
            }

            depth += Depth(words[i]);
        }

        return words.Count;
    }

    /// <summary>The place of the parenthesis that closes the one at <paramref name="open"/>; the end if there is none.</summary>
    public static int Closing(IReadOnlyList<string> words, int open)
    {
        var depth = 0;
        for (var i = open; i < words.Count; i++)
        {
            depth += Depth(words[i]);
            if (depth == 0)
            {
                return i;
            }
        }

        return words.Count;
    }

    /// <summary>What stands between commas outside of parentheses.</summary>
    public static List<List<string>> Split(IEnumerable<string> words)
    {
        var parts = new List<List<string>>();
        var part = new List<string>();
        var depth = 0;
        foreach (var word in words)
        {
            depth += Depth(word);
            if (depth == 0 && word == ",")
            {
                parts.Add(part);
                part = [];
            }
            else
            {
                part.Add(word);
            }
        }

        return part.Count == 0 && parts.Count == 0 ? [] : [.. parts, part];
    }

    /// <summary>Whether the words begin with these.</summary>
    public static bool StartsWith(this IReadOnlyList<string> words, IReadOnlyList<string> beginning) =>
        words.Count >= beginning.Count && words.Take(beginning.Count).SequenceEqual(beginning);

    private static int Depth(string word) => word switch { "(" or "[" => 1, ")" or "]" => -1, _ => 0 };
}
