using System.Text;

namespace Hotline.Migrate.Schema;

/// <summary>The convention that makes names in the database of names in C#: <c>HTTPServer</c> becomes <c>http_server</c>.</summary>
/// <remarks>
/// A word starts at an upper-case letter after a lower-case letter or digit, and at the last letter of an acronym that a word
/// follows. Digits belong to the word before them (<c>UserID2</c>: <c>user_id2</c>), and so does the s of a plural acronym (<c>UserIDs</c>: <c>user_ids</c>).
/// </remarks>
public static class SnakeCase
{
    /// <summary>The name of <paramref name="name"/> in the database.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && StartsWord(name, i))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static bool StartsWord(string name, int i)
    {
        var before = name[i - 1];
        if (!char.IsUpper(name[i]) || before == '_')
        {
            return false;
        }

        return !char.IsUpper(before) || (i + 1 < name.Length && char.IsLower(name[i + 1]) && !IsPluralEnd(name, i + 1));
    }

    private static bool IsPluralEnd(string name, int i) =>
        name[i] == 's' && (i + 1 == name.Length || !char.IsLower(name[i + 1]));
}
