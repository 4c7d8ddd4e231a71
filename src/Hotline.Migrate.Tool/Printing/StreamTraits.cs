using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Printing;

/// <summary>What one of the two output streams can show. Each is decided for itself: often only one is a terminal.</summary>
/// <param name="IsRich">Whether colours may be written.</param>
/// <param name="IsUnicode">Whether signs beyond ASCII may be written.</param>
/// <param name="Width">How many columns there are.</param>
internal sealed record StreamTraits(bool IsRich, bool IsUnicode, int Width)
{
    private static readonly string[] localeVariables = ["LC_ALL", "LC_CTYPE", "LANG"];

    /// <summary>Decides from the options, the environment and what the stream is.</summary>
    public static StreamTraits Of(bool isRedirected, ColorMode color, bool ascii, Func<string, string?> variable) =>
        new(WantsColor(isRedirected, color, variable), !ascii && TakesUnicode(variable), ReadWidth(isRedirected, variable));

    private static bool WantsColor(bool isRedirected, ColorMode color, Func<string, string?> variable) => color switch
    {
        ColorMode.Always => true,
        ColorMode.Never => false,
        _ when IsSet(variable("NO_COLOR")) => false,
        _ when IsOn(variable("FORCE_COLOR")) || IsOn(variable("CLICOLOR_FORCE")) => true,
        _ => !isRedirected && variable("TERM") != "dumb",
    };

    // The first of these that is set decides, as in the C library; without any of them UTF-8 is what .NET writes.
    private static bool TakesUnicode(Func<string, string?> variable) =>
        localeVariables.Select(variable).FirstOrDefault(IsSet) is not { } locale
            ? Console.OutputEncoding.CodePage is 65001 or 1200
            : locale.Contains("utf-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("utf8", StringComparison.OrdinalIgnoreCase);

    private static int ReadWidth(bool isRedirected, Func<string, string?> variable)
    {
        if (int.TryParse(variable("COLUMNS"), out var columns) && columns > 0)
        {
            return columns;
        }

        return isRedirected ? int.MaxValue : Math.Max(40, Console.WindowWidth);
    }

    private static bool IsSet(string? value) => !string.IsNullOrEmpty(value);

    private static bool IsOn(string? value) => IsSet(value) && value != "0";
}
