using System.Buffers;
using System.Globalization;

namespace Hotline.Migrate.Revisions;

/// <summary>What may be a revision id or a label.</summary>
/// <remarks>
/// Selectors give <c>@ - + :</c> and the words of <see cref="Reserved"/> a meaning, file names and history rows must be able to hold
/// the id, and it must be possible to type it anywhere. That leaves ASCII letters, digits, <c>_</c> and <c>.</c>.
/// </remarks>
public static class RevisionName
{
    /// <summary>The longest id or label, in characters.</summary>
    public const int MaxLength = 64;

    private static readonly SearchValues<char> Legal =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.");

    /// <summary>The words that selectors give a meaning.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["head", "heads", "base", "current"];

    /// <summary>Why <paramref name="name"/> is no id and no label, as the end of a sentence; <c>null</c> when it is one.</summary>
    public static string? Problem(string name)
    {
        if (name.Length == 0)
        {
            return "it is empty";
        }

        if (Reserved.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return $"'{name.ToLowerInvariant()}' has a meaning of its own where revisions are named";
        }

        if (name.Length > MaxLength)
        {
            return string.Create(CultureInfo.InvariantCulture, $"it has {name.Length} characters, and {MaxLength} are the most");
        }

        return name.AsSpan().IndexOfAnyExcept(Legal) switch
        {
            -1 => null,
            var at => $"it holds {Show(name[at])}; letters, digits, '_' and '.' are allowed",
        };
    }

    private static string Show(char character) => character switch
    {
        ' ' => "a space",
        _ when char.IsControl(character) || char.IsSurrogate(character) || char.IsWhiteSpace(character) =>
            string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}"),
        _ => $"'{character}'",
    };
}
