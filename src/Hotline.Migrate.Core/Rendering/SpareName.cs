using System.Security.Cryptography;
using System.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Names for what is there only while a migration runs.</summary>
internal static class SpareName
{
    /// <summary>The name with a suffix, cut so that PostgreSQL keeps all of it; what is cut away is told apart by its hash.</summary>
    public static string Of(string name, string suffix)
    {
        var stem = name;
        if (Encoding.UTF8.GetByteCount(stem) + suffix.Length > SqlIdentifier.MaxBytes)
        {
            suffix = $"_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..6]}{suffix}";
        }

        while (Encoding.UTF8.GetByteCount(stem) + suffix.Length > SqlIdentifier.MaxBytes)
        {
            stem = stem[..^(char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        }

        return stem + suffix;
    }

    public static QualifiedName Of(QualifiedName name, string suffix) => name with { Name = Of(name.Name, suffix) };
}
