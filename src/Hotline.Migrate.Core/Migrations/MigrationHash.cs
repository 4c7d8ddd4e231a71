using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Migrate.Migrations;

/// <summary>The content hash of migration files: <c>h1:</c> and the SHA-256 of the normalised text in hex.</summary>
/// <remarks>
/// The text is normalised so that what git and editors do on their own changes nothing: a byte order mark, CRLF and CR for
/// LF, and line ends at the end of the file. The <c>hash</c> and <c>draft</c> header lines, which hold hashes, are left
/// out. Everything else counts, comments and blanks, too.
/// <c>h1</c> names these rules: they never change, another set of rules gets another name.
/// </remarks>
public static class MigrationHash
{
    private const string Version = "h1:";
    private const int ShortLength = 12;
    private const int HexLength = 64;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The hash of a migration file's text.</summary>
    public static string Compute(string text)
    {
        text = text.TrimStart('\uFEFF');
        return Compute(text, HeaderLines.Read(text));
    }

    /// <summary>The hash of a migration file's text.</summary>
    /// <param name="text">The text, without its byte order mark.</param>
    /// <param name="header">The lines of its header.</param>
    internal static string Compute(string text, IReadOnlyList<HeaderLine> header)
    {
        using var hasher = new ContentHasher();
        HeaderLines.AppendWithoutHashes(hasher, text, header);
        return Of(hasher);
    }

    /// <summary>The hash of a migration file's text that is read on.</summary>
    /// <param name="head">Its beginning, with the whole header.</param>
    /// <param name="rest">Reads what follows.</param>
    internal static string Compute(string head, TextReader rest)
    {
        using var tapped = new HashedText(head, rest);
        tapped.Exhaust();
        return tapped.Hash();
    }

    /// <summary>The hash by what a <see cref="ContentHasher"/> has found.</summary>
    internal static string Of(ContentHasher hasher) => Version + hasher.Finish();

    /// <summary>The hash of what the migration runs, up and down, whatever its header says.</summary>
    /// <remarks>A draft and the migration that it was sealed to are equal here.</remarks>
    public static string OfSections(Migration migration) => Of(
        $"{Normalize(migration.Upgrade.Text).Trim('\n')}\n-- hm:downgrade\n{Normalize(migration.Downgrade.Text).Trim('\n')}");

    /// <summary>Whether <paramref name="text"/> has the hash, which must be one that <see cref="IsWellFormed"/>.</summary>
    public static bool Verify(string hash, string text) => string.Equals(hash, Compute(text), StringComparison.Ordinal);

    /// <summary>Whether <paramref name="hash"/> is a hash by rules that this version knows.</summary>
    public static bool IsWellFormed(string hash) =>
        hash.StartsWith(Version, StringComparison.Ordinal)
        && hash.Length == Version.Length + HexLength
        && !hash.AsSpan(Version.Length).ContainsAnyExcept(HexDigits);

    /// <summary>The form to show: the first 12 hex digits, without the rules' name.</summary>
    public static string ShortForm(string hash)
    {
        var digits = hash[(hash.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return digits[..Math.Min(ShortLength, digits.Length)];
    }

    private static string Of(string normalized) =>
        Version + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalized)));

    private static string Normalize(string text)
    {
        var lines = text.TrimStart('\uFEFF');
        return lines.Contains('\r', StringComparison.Ordinal)
            ? lines.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimEnd('\n')
            : lines.TrimEnd('\n');
    }
}
