namespace Hotline.Migrate.Backups;

/// <summary>Command lines as a shell reads them.</summary>
internal static class ShellText
{
    /// <summary>A program and its arguments, quoted where they have to be.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '=' or '@' or ',' or '+')
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
