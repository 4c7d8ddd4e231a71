namespace Hotline.Migrate.Parsing;

/// <summary>Recognises <c>-- hm:name</c> among the comments.</summary>
internal static class DirectiveName
{
    private const string Prefix = "hm:";

    /// <summary>Whether the line comment is a directive, known or not.</summary>
    public static bool Is(ReadOnlySpan<char> comment) =>
        comment[2..].TrimStart(" \t").StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text may hold a directive: a quick look before a careful one.</summary>
    public static bool MayHold(ReadOnlySpan<char> text) => text.Length > Prefix.Length && text.Contains(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it ends the section before it.</summary>
    public static bool OpensSection(ReadOnlySpan<char> comment) => Of(comment) is "upgrade" or "downgrade";

    /// <summary>The name behind <c>hm:</c>.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> comment)
    {
        var name = Content(comment);
        var end = name.IndexOfAny(" \t");
        return end < 0 ? name : name[..end];
    }

    /// <summary>What stands behind the name, trimmed.</summary>
    public static ReadOnlySpan<char> Argument(ReadOnlySpan<char> comment)
    {
        var content = Content(comment);
        return content[Of(comment).Length..].Trim();
    }

    private static ReadOnlySpan<char> Content(ReadOnlySpan<char> comment) => comment[2..].TrimStart(" \t")[Prefix.Length..].TrimEnd();
}
