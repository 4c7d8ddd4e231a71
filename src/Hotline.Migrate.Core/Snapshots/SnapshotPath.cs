using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Snapshots;

/// <summary>Where in the snapshot folder an object's file is.</summary>
internal static class SnapshotPath
{
    private const int LongestPart = 100;

    private static readonly HashSet<string> DeviceNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "con", "prn", "aux", "nul",
        "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    /// <summary>
    /// <c>kind/schema.name.json</c>. What is not a lower-case letter, a digit, <c>_</c> or <c>-</c> becomes <c>%</c> and its UTF-8 bytes in hex:
    /// so names that differ by case alone differ on every file system, and a dot in a name is not the one between schema and name.
    /// </summary>
    public static string Of(SchemaObject schemaObject)
    {
        var name = schemaObject.Name;
        var file = schemaObject is SchemaNamespace || SchemaKinds.IsDatabaseWide(schemaObject.Kind)
            ? Encode(name.Name)
            : Encode(name.Schema) + "." + Encode(name.Name);
        return $"{schemaObject.Kind}/{file}.json";
    }

    /// <summary>Whether a path looks like that of an object's file.</summary>
    public static bool HasForm(string path) =>
        path.Split('/') is [var kind, var file]
        && (SchemaKinds.IsSql(kind) || kind is
            SchemaKinds.Table or SchemaKinds.Enum or SchemaKinds.Sequence or SchemaKinds.Extension or SchemaKinds.Schema or SchemaKinds.Domain
            or SchemaKinds.Composite or SchemaKinds.Privileges or SchemaKinds.DefaultPrivileges)
        && file.EndsWith(".json", StringComparison.Ordinal);

    private static string Encode(string name)
    {
        var text = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            if (b is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9') or (byte)'_' or (byte)'-')
            {
                text.Append((char)b);
            }
            else
            {
                text.Append('%').Append(b.ToString("x2", CultureInfo.InvariantCulture));
            }
        }

        if (DeviceNames.Contains(name))
        {
            text.Append('%');
        }

        return text.Length > LongestPart ? Shorten(text.ToString(), name) : text.ToString();
    }

    // 63 bytes at 3 characters each would pass what file systems allow for a whole name.
    private static string Shorten(string encoded, string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return $"{encoded[..60]}%{Convert.ToHexStringLower(hash)[..24]}";
    }
}
