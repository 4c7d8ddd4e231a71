namespace Hotline.Migrate.Tool.Shell;

/// <summary>Carries arguments that look like options (<c>-1</c>, all that follows <c>--</c>) past the parser.</summary>
/// <remarks>The parser takes whatever starts with a dash for an option, so such an argument travels with a mark in front.</remarks>
internal static class ArgumentGuard
{
    private const char Mark = '\u0001';

    /// <summary>Marks what must be read as a value. The <c>--</c> itself is taken out.</summary>
    public static string[] Protect(IReadOnlyList<string> arguments)
    {
        List<string> result = [];
        var onlyValues = false;
        foreach (var argument in arguments)
        {
            if (!onlyValues && argument == "--")
            {
                onlyValues = true;
            }
            else
            {
                result.Add(LooksLikeAnOption(argument, onlyValues) ? Mark + argument : argument);
            }
        }

        return [.. result];
    }

    /// <summary>The argument as it was typed.</summary>
    public static string Restore(string argument) => argument.StartsWith(Mark) ? argument[1..] : argument;

    /// <summary>A text that quotes arguments, with them as they were typed.</summary>
    public static string RestoreAll(string text) => text.Replace($"{Mark}", "", StringComparison.Ordinal);

    /// <summary>Whether the argument was marked as a value.</summary>
    public static bool IsProtected(string argument) => argument.StartsWith(Mark);

    // No option starts with a digit, and an empty argument would end the parser's reading of options.
    private static bool LooksLikeAnOption(string argument, bool onlyValues) => argument switch
    {
        "" => true,
        ['-', >= '0' and <= '9', ..] => true,
        ['-', ..] => onlyValues,
        _ => false,
    };
}
