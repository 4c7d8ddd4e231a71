using System.Text.RegularExpressions;

namespace Hotline.Migrate.Connecting;

/// <summary>Removes passwords from any text: the ones it knows, and whatever stands where a password stands.</summary>
public sealed partial class SecretScrubber
{
    private const string Mask = "***";

    // A short password is found as a word only, lest every "a" of a message go.
    private const int ShortSecret = 6;

    private readonly Regex? secrets;

    /// <summary>Knows some secrets.</summary>
    /// <param name="secrets">The secrets.</param>
    /// <param name="shown">
    /// Words that messages show anyway, such as the user's name: a password that equals one of them is removed only where a
    /// password stands, because its absence elsewhere would both spoil the message and tell the password.
    /// </param>
    public SecretScrubber(IEnumerable<string> secrets, IReadOnlyCollection<string>? shown = null)
    {
        var patterns = secrets
            .Where(s => s.Length > 0 && shown?.Contains(s, StringComparer.Ordinal) != true)
            .SelectMany(s => new[] { s, Uri.EscapeDataString(s), s.Replace("'", "''", StringComparison.Ordinal) })
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(s => s.Length)
            .Select(s => s.Length < ShortSecret ? $@"(?<!\w){Regex.Escape(s)}(?!\w)" : Regex.Escape(s))
            .ToList();
        this.secrets = patterns.Count == 0 ? null : new Regex(string.Join('|', patterns), RegexOptions.CultureInvariant);
    }

    /// <summary>The text with <c>***</c> for every password.</summary>
    public string Scrub(string text)
    {
        text = UrlPassword().Replace(text, $"$1{Mask}@");
        text = PasswordKey().Replace(text, $"$1{Mask}");
        text = PasswordClause().Replace(text, $"$1'{Mask}'");
        return secrets?.Replace(text, Mask) ?? text;
    }

    // scheme://user:password@ - a password pasted without encoding may hold / and @, so up to the last @ of the word.
    [GeneratedRegex("""(\b[a-z][a-z0-9+.-]*://[^\s:/@"']*:)[^\s"']*@""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UrlPassword();

    // password=..., Pwd=..., PGPASSWORD=..., sslpassword=...; bare, in single or in double quotes
    [GeneratedRegex(
        """((?:\b|_|PG|ssl ?)(?:password|passwd|pwd|psw)\s*=\s*)('(?:[^'\\]|\\.|'')*'?|"(?:[^"]|"")*"?|[^\s;&,'"]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PasswordKey();

    // CREATE ROLE ... PASSWORD '...': with E'', U&'' or dollar quotes; a statement cut off in the middle, too
    [GeneratedRegex(
        """(\bPASSWORD\s+)(?:E'(?:[^'\\]|\\.|'')*(?:'|$)|(?:U&)?'(?:[^']|'')*(?:'|$)|\$(\w*)\$.*?(?:\$\2\$|$))""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex PasswordClause();
}
