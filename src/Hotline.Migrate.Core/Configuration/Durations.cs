using System.Globalization;

namespace Hotline.Migrate.Configuration;

/// <summary>Times as PostgreSQL writes them: <c>500ms</c>, <c>5s</c>, <c>2min</c>, <c>1h</c>; <c>0</c> for none.</summary>
public static class Durations
{
    private static readonly (string Unit, long Milliseconds)[] Units = [("ms", 1), ("min", 60_000), ("s", 1000), ("h", 3_600_000)];

    /// <summary>Reads a time; <c>null</c> where the text is none, or is longer than PostgreSQL can count (24 days).</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text == "0")
        {
            return TimeSpan.Zero;
        }

        foreach (var (unit, milliseconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && int.TryParse(text.AsSpan(..^unit.Length).TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number * milliseconds <= int.MaxValue ? TimeSpan.FromMilliseconds(number * milliseconds) : null;
            }
        }

        return null;
    }
}
