using System.Text;
using System.Text.RegularExpressions;

namespace Hotline.Migrate.Connecting.Discovery;

/// <summary>The assignments of a <c>.env</c> file.</summary>
/// <remarks>
/// One <c>NAME=value</c> a line, perhaps behind <c>export</c>. A value in single quotes stands as it is; in double quotes it may hold
/// escapes and both may run over several lines; a bare one ends before <c> #</c>. <c>${NAME}</c> and <c>${NAME:-default}</c> are replaced, except in
/// single quotes; a lone <c>$</c> is a character, because passwords hold it. Of two assignments to a name the later one counts.
/// Lines that assign nothing are passed over.
/// </remarks>
internal sealed partial class DotEnvFile
{
    private readonly Dictionary<string, (string Value, bool Literal)> values;

    private DotEnvFile(Dictionary<string, (string Value, bool Literal)> values) => this.values = values;

    /// <summary>Reads the file's text.</summary>
    public static DotEnvFile Parse(string text)
    {
        var values = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
        text = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        for (var position = 0; position < text.Length;)
        {
            var match = Assignment().Match(text, position);
            if (match.Success && match.Index == position)
            {
                position += match.Length;
                values[match.Groups["name"].Value] = ReadValue(text, ref position);
            }

            var end = text.IndexOf('\n', Math.Min(position, text.Length));
            position = end < 0 ? text.Length : end + 1;
        }

        return new DotEnvFile(values);
    }

    /// <summary>The value of a name; null where the file does not set it, or sets it to nothing.</summary>
    /// <param name="name">The name.</param>
    /// <param name="variables">The environment, which goes before the file for <c>${NAME}</c>.</param>
    /// <param name="missing">The first name that is set nowhere, or null.</param>
    public string? Value(string name, IReadOnlyDictionary<string, string> variables, out string? missing)
    {
        missing = null;
        return Resolve(name, variables, ref missing, depth: 0) is { Length: > 0 } value ? value : null;
    }

    private string? Resolve(string name, IReadOnlyDictionary<string, string> variables, ref string? missing, int depth)
    {
        if (!values.TryGetValue(name, out var entry))
        {
            return null;
        }

        if (entry.Literal)
        {
            return entry.Value;
        }

        // A name that refers to itself through others is set nowhere.
        const int deepest = 16;
        var unresolved = missing;
        var value = VariableReference.Replace(
            entry.Value,
            reference => variables.TryGetValue(reference, out var known)
                ? known
                : depth < deepest ? Resolve(reference, variables, ref unresolved, depth + 1) : null,
            ref unresolved);
        missing = unresolved;
        return value;
    }

    private static (string Value, bool Literal) ReadValue(string text, ref int position)
    {
        if (position < text.Length && text[position] is '\'' or '"' && TryReadQuoted(text, ref position, out var quoted))
        {
            return quoted;
        }

        var end = text.IndexOf('\n', position);
        var line = end < 0 ? text[position..] : text[position..end];
        position += line.Length;
        var comment = Comment().Match(line);
        return ((comment.Success ? line[..comment.Index] : line).Trim(), false);
    }

    // A quote that nothing closes is a character like any other.
    private static bool TryReadQuoted(string text, ref int position, out (string Value, bool Literal) quoted)
    {
        var quote = text[position];
        var value = new StringBuilder();
        for (var i = position + 1; i < text.Length; i++)
        {
            if (text[i] == quote)
            {
                position = i + 1;
                quoted = (value.ToString(), quote == '\'');
                return true;
            }

            if (quote == '"' && text[i] == '\\' && i + 1 < text.Length)
            {
                value.Append(text[++i] switch { 'n' => "\n", 'r' => "\r", 't' => "\t", '$' => "$", '"' => "\"", '\\' => "\\", var c => $"\\{c}" });
            }
            else
            {
                value.Append(text[i]);
            }
        }

        quoted = default;
        return false;
    }

    [GeneratedRegex(@"\G[ \t]*(?:export[ \t]+)?(?<name>[A-Za-z_][A-Za-z0-9_.]*)[ \t]*=[ \t]*")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"(?:^|[ \t])#")]
    private static partial Regex Comment();
}
