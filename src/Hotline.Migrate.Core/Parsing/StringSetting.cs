namespace Hotline.Migrate.Parsing;

/// <summary>What a statement does to <c>standard_conforming_strings</c>, which decides how the strings behind it are read.</summary>
/// <param name="Value">The new value; <c>null</c> where the statement leaves it alone.</param>
/// <param name="IsLocal">Whether the end of the transaction undoes it.</param>
internal readonly record struct StringSetting(bool? Value, bool IsLocal)
{
    private const string Name = "standard_conforming_strings";

    /// <summary>Reads <c>SET</c>, <c>RESET</c>, <c>DISCARD ALL</c> and <c>SELECT set_config(...)</c>.</summary>
    public static StringSetting Of(ReadOnlySpan<char> sql)
    {
        var words = new SqlWords(sql);
        if (words.Take("RESET"))
        {
            return words.Take("ALL") || words.Take(Name) ? new(true, false) : default;
        }

        if (words.Take("DISCARD"))
        {
            return words.Take("ALL") ? new(true, false) : default;
        }

        return SettingChange.Of(sql, Name, out var isLocal) is { } value ? new(Truth(value), isLocal) : default;
    }

    /// <summary>Everything but a clear "off" is the default, which is "on".</summary>
    internal static bool Truth(ReadOnlySpan<char> value) =>
        !(value.Length > 1 && "off".AsSpan().StartsWith(value, StringComparison.OrdinalIgnoreCase))
        && !(value.Length > 0 && ("false".AsSpan().StartsWith(value, StringComparison.OrdinalIgnoreCase)
            || "no".AsSpan().StartsWith(value, StringComparison.OrdinalIgnoreCase)
            || value is "0"));
}
