using System.Text;

namespace Hotline.Migrate.Schema;

/// <summary>Names as SQL writes them.</summary>
public static class SqlIdentifier
{
    /// <summary>The longest name in bytes of UTF-8. PostgreSQL cuts what is longer, which makes different names equal.</summary>
    public const int MaxBytes = 63;

    /// <summary>The name as SQL, quoted only where it must be: by the rule of PostgreSQL's <c>quote_ident</c>.</summary>
    /// <remarks>Key words that some version from 14 to 18 reserves, wholly or as a type or function name, are quoted everywhere.</remarks>
    public static string Quote(string name) => IsPlain(name) && !SqlKeywords.MustBeQuoted(name)
        ? name
        : "\"" + name.Replace("\"", "\"\"") + "\"";

    /// <summary>The name as SQL, with its schema unless that is <see cref="QualifiedName.DefaultSchema"/>.</summary>
    public static string Quote(QualifiedName name) => name.Schema == QualifiedName.DefaultSchema
        ? Quote(name.Name)
        : Quote(name.Schema) + "." + Quote(name.Name);

    /// <summary>The name as SQL with its schema, for objects that PostgreSQL has so many of itself that a bare name may mean one of those.</summary>
    public static string QuoteWhole(QualifiedName name) => Quote(name.Schema) + "." + Quote(name.Name);

    /// <summary>Whether PostgreSQL can have and keep a name: not empty, at most <see cref="MaxBytes"/> bytes, no NUL.</summary>
    public static bool IsValid(string name) =>
        name.Length > 0 && name.IndexOf('\0') < 0 && Encoding.UTF8.GetByteCount(name) <= MaxBytes;

    /// <summary>The names of a text that <see cref="Quote(QualifiedName)"/> could have made, unquoted: the name, or the schema and the name; <c>null</c> for any other text.</summary>
    public static IReadOnlyList<string>? Split(string written)
    {
        var names = new List<string>();
        for (var i = 0; i < written.Length; i++)
        {
            var end = written[i] == '"' ? EndOfQuoted(written, i) : written.IndexOf('.', i) is var dot and >= 0 ? dot : written.Length;
            if (end <= i || (end < written.Length && written[end] != '.') || end == written.Length - 1)
            {
                return null;
            }

            names.Add(written[i] == '"' ? written.Substring(i + 1, end - i - 2).Replace("\"\"", "\"") : written.Substring(i, end - i));
            i = end;
        }

        return names.Count is 1 or 2 ? names : null;
    }

    // The place behind the closing quote.
    private static int EndOfQuoted(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '"' && (i + 1 == text.Length || text[i + 1] != '"'))
            {
                return i + 1;
            }

            i += text[i] == '"' ? 1 : 0;
        }

        return -1;
    }

    private static bool IsPlain(string name)
    {
        if (name.Length == 0 || name[0] is not (>= 'a' and <= 'z' or '_'))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (c is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
