using System.Globalization;

namespace Hotline.Migrate.Configuration;

/// <summary>Sizes as PostgreSQL writes them: <c>500MB</c>, <c>10 GB</c>.</summary>
public static class Sizes
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB", "PB"];

    /// <summary>Reads a size; <c>null</c> where the text is none.</summary>
    public static long? Parse(string text)
    {
        for (var i = Units.Length - 1; i >= 0; i--)
        {
            if (text.EndsWith(Units[i], StringComparison.OrdinalIgnoreCase))
            {
                return int.TryParse(text.AsSpan(..^Units[i].Length).TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number <= long.MaxValue >> (10 * i)
                    ? (long)number << (10 * i)
                    : null;
            }
        }

        return null;
    }

    /// <summary>A size as people read it.</summary>
    public static string Text(long bytes)
    {
        var value = (double)bytes;
        var unit = 0;
        for (; value >= 1024 && unit < Units.Length - 1; unit++)
        {
            value /= 1024;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(value, unit == 0 || value >= 10 ? 0 : 1)} {Units[unit]}");
    }
}
