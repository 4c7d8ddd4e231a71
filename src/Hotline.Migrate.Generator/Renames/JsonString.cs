using System.Globalization;
using System.Text;

namespace Hotline.Migrate.Generator.Renames;

/// <summary>Reads a JSON string. System.Text.Json must not come into the compiler's process.</summary>
internal static class JsonString
{
    /// <summary>The string that starts at <paramref name="at"/>, which is moved behind it; <c>null</c> when none does.</summary>
    public static string? Read(string line, ref int at)
    {
        if (at >= line.Length || line[at] != '"')
        {
            return null;
        }

        var value = new StringBuilder();
        for (var i = at + 1; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '"':
                    at = i + 1;
                    return value.ToString();
                case '\\' when Escaped(line, ref i) is { } character:
                    value.Append(character);
                    break;
                case '\\':
                    return null;
                default:
                    value.Append(line[i]);
                    break;
            }
        }

        return null;
    }

    private static char? Escaped(string line, ref int at)
    {
        at++;
        switch (at < line.Length ? line[at] : '\0')
        {
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'b': return '\b';
            case 'f': return '\f';
            case '"' or '\\' or '/': return line[at];
            case 'u' when at + 4 < line.Length
                && int.TryParse(line.Substring(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            default: return null;
        }
    }
}
