using System.Text.RegularExpressions;

namespace Hotline.Migrate.Connecting.Discovery;

/// <summary>Replaces <c>${NAME}</c> and <c>${NAME:-default}</c> in a text.</summary>
internal static partial class VariableReference
{
    /// <summary>The text with the values.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">Gives a name's value, or null.</param>
    /// <param name="missing">Takes the first name without a value and without a default; its reference becomes empty.</param>
    public static string Replace(string text, Func<string, string?> value, ref string? missing)
    {
        string? unknown = null;
        var replaced = Reference().Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            var found = value(name);
            if (match.Groups["default"] is { Success: true } otherwise)
            {
                return string.IsNullOrEmpty(found) ? otherwise.Value : found;
            }

            unknown ??= found is null ? name : null;
            return found ?? "";
        });
        missing ??= unknown;
        return replaced;
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<default>[^}]*))?\}")]
    private static partial Regex Reference();
}
