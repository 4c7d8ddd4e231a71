using System.Globalization;
using System.Text;

namespace Hotline.Migrate.Migrations;

/// <summary>The part of a file name that tells what the migration is for.</summary>
internal static class Slug
{
    private const int MaxLength = 60;
    private const string Nameless = "migration";

    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ł'] = "l", ['ı'] = "i",
    };

    /// <summary>Lower-case ASCII letters and digits with <c>_</c> between the words, cut at a word.</summary>
    /// <remarks>Letters with marks lose them; what has no ASCII form is left out.</remarks>
    public static string Of(string message)
    {
        var slug = new StringBuilder();
        var gap = false;
        foreach (var c in message.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            var letters = char.IsAsciiLetterOrDigit(c) ? c.ToString() : Letters.GetValueOrDefault(c, "");
            if (letters.Length > 0)
            {
                slug.Append(gap && slug.Length > 0 ? "_" : "").Append(letters);
                gap = false;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
                && c is not ('\'' or '’'))
            {
                gap = true;
            }
        }

        return slug.Length == 0 ? Nameless : Cut(slug.ToString());
    }

    private static string Cut(string slug)
    {
        if (slug.Length <= MaxLength)
        {
            return slug;
        }

        var word = slug.LastIndexOf('_', MaxLength);
        return slug[..(word > 0 ? word : MaxLength)];
    }
}
