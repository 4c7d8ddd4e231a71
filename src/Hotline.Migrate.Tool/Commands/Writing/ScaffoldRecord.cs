using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hotline.Migrate.Files;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>What <c>scaffold</c> wrote before: each file with the hash of its text, so that an edited one is known.</summary>
internal sealed class ScaffoldRecord
{
    /// <summary>Where it is, in the folder of what is for one machine alone.</summary>
    public const string FilePath = FolderLock.LocalFolder + "/scaffold.json";

    private readonly SortedDictionary<string, string> hashes;

    private ScaffoldRecord(SortedDictionary<string, string> hashes) => this.hashes = hashes;

    /// <summary>The files that were written.</summary>
    public IEnumerable<string> Paths => hashes.Keys;

    /// <summary>The record of a project; one that cannot be read is none, so that no file counts as written by us.</summary>
    public static ScaffoldRecord Load(string directory)
    {
        var path = Path.Combine(directory, FilePath);
        try
        {
            return new ScaffoldRecord(File.Exists(path)
                ? JsonSerializer.Deserialize(TextFile.Read(path), ToolJson.Default.SortedDictionaryStringString) ?? []
                : []);
        }
        catch (JsonException)
        {
            return new ScaffoldRecord([]);
        }
    }

    /// <summary>Whether the text is what was written to the file.</summary>
    public bool Wrote(string path, string text) => hashes.TryGetValue(path, out var hash) && hash == Hash(text);

    /// <summary>The record of files, as it is kept.</summary>
    public static string Text(IEnumerable<(string Path, string Text)> files) => JsonSerializer.Serialize(
        new SortedDictionary<string, string>(files.ToDictionary(f => f.Path, f => Hash(f.Text), StringComparer.Ordinal), StringComparer.Ordinal),
        ToolJson.Default.SortedDictionaryStringString);

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
}
