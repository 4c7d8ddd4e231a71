using System.Globalization;
using System.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Naming;

/// <summary>Makes C# identifiers of names in the database.</summary>
internal static class PascalCase
{
    /// <summary>The identifier for <paramref name="name"/>; <c>null</c> when nothing of it can stand in one.</summary>
    /// <param name="name">A name in the database, of any characters.</param>
    /// <param name="singular">Whether its last word becomes a singular.</param>
    public static string? Of(string name, bool singular = false)
    {
        var words = Words(name);
        if (words.Count == 0)
        {
            return null;
        }

        if (singular)
        {
            words[^1] = SingularOf(words[^1]);
        }

        var text = string.Concat(words.Select(Capitalized));
        return char.IsDigit(text[0]) || !IsStart(text[0]) ? "_" + text : text;
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(c) || (word.Length > 0 && IsMark(c)))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static bool IsMark(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsStart(char c) => char.IsLetter(c);

    // Only a plural in one case can be told from a name that is written in several.
    private static string SingularOf(string word)
    {
        var lower = word.ToLowerInvariant();
        var start = StartOfLastWord(word);
        var last = lower[start..];
        return Singular.Of(last) is var one && one != last ? word[..start] + Recased(word[start..], one) : word;
    }

    private static int StartOfLastWord(string word)
    {
        if (word.All(c => !char.IsLower(c)))
        {
            return 0;
        }

        for (var i = word.Length - 1; i > 0; i--)
        {
            if (char.IsUpper(word[i]))
            {
                return i;
            }
        }

        return 0;
    }

    private static string Recased(string like, string word) =>
        like.All(c => !char.IsLower(c)) ? word.ToUpperInvariant() : char.IsUpper(like[0]) ? Capitalized(word) : word;

    // Acronyms are words as others are: HTTPStatus becomes HttpStatus.
    private static string Capitalized(string word) =>
        string.Concat(SnakeCase.Of(word).Split('_').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
}
