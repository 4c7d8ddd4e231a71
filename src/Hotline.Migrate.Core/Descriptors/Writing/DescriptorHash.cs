using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Migrate.Descriptors.Writing;

/// <summary>The hash by which the manifest and the descriptors of an assembly are held against each other.</summary>
public static class DescriptorHash
{
    /// <summary>SHA-256, in lower-case hex, of the documents in ordinal order; a final line feed counts for nothing.</summary>
    public static string Of(IEnumerable<string> documents)
    {
        var all = string.Join("\n", documents.Select(d => d.TrimEnd('\n')).OrderBy(d => d, StringComparer.Ordinal));
        return string.Concat(Sha256(Encoding.UTF8.GetBytes(all)).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static byte[] Sha256(byte[] bytes)
    {
#if NET
        return SHA256.HashData(bytes);
#else
        using var sha = SHA256.Create();
        return sha.ComputeHash(bytes);
#endif
    }
}
