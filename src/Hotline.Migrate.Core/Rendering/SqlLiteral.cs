namespace Hotline.Migrate.Rendering;

/// <summary>Writes texts as SQL string literals.</summary>
internal static class SqlLiteral
{
    /// <summary><paramref name="text"/> as a literal that means the same whatever <c>standard_conforming_strings</c> says and whatever becomes of line ends in a file.</summary>
    public static string Quote(string text)
    {
        var doubled = text.Replace("'", "''", StringComparison.Ordinal);
        return doubled.AsSpan().ContainsAny('\\', '\r')
            ? "E'" + doubled.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal) + "'"
            : "'" + doubled + "'";
    }
}
