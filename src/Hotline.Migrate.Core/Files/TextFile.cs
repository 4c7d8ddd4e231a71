using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Hotline.Migrate.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace Hotline.Migrate.Files;

/// <summary>Reads and writes the text files of a project, strictly: UTF-8 or an error, whole or not at all.</summary>
public static class TextFile
{
    private const int MostPooled = 1 << 20;

    /// <summary>The text of a file, without its byte order mark.</summary>
    /// <exception cref="DiagnosticException">HM0218 with the line of the first wrong byte; HM0219.</exception>
    public static string Read(string path) => Read(path, long.MaxValue)!;

    /// <inheritdoc cref="Read(string)"/>
    /// <returns>The text; <c>null</c> where the file has more than <paramref name="most"/> bytes.</returns>
    internal static string? Read(string path, long most)
    {
        try
        {
            // A file that an editor has open can be read all the same.
            using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
            return RandomAccess.GetLength(file) switch
            {
                var length when length > most => null,
                > 0 and <= MostPooled and var length => DecodePooled(path, file, (int)length),
                _ => Decode(path, File.ReadAllBytes(path)),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <inheritdoc cref="Read(string)"/>
    public static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return Decode(path, await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>
    /// Writes UTF-8 without a byte order mark to a temporary file beside <paramref name="path"/> and renames it, so that
    /// nobody ever sees half of it. A file that has this content already is not touched.
    /// </summary>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="DiagnosticException">HM0220.</exception>
    public static bool WriteAtomically(string path, string content)
    {
        var full = Path.GetFullPath(path);
        var bytes = Encoding.UTF8.GetBytes(content);
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Guid.NewGuid():n}.tmp");
        try
        {
            var exists = File.Exists(full);
            if (exists && File.ReadAllBytes(full).AsSpan().SequenceEqual(bytes))
            {
                return false;
            }

            // A rename would replace even a file that says it must not be written.
            if (exists && File.GetAttributes(full).HasFlag(FileAttributes.ReadOnly))
            {
                throw new UnauthorizedAccessException("The file is read-only.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(temporary, bytes);
            if (exists && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(full));
            }

            File.Move(temporary, full, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Delete(temporary);
            throw new DiagnosticException(
                FailureKind.Usage,
                new Diagnostic
                {
                    Code = DiagnosticCodes.FileNotWritable,
                    Summary = $"{Path.GetFileName(full)} cannot be written.",
                    Why = e.Message,
                    Where = new(path),
                    NextActions = ["Check that the folder exists, is writable for this user, and that the disk is not full."],
                },
                e);
        }
    }

    /// <summary>Opens a file that is read piece by piece.</summary>
    /// <exception cref="DiagnosticException">HM0219.</exception>
    internal static FileStream OpenLong(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>The refusal of a long file that is not UTF-8; it is read again to find the place.</summary>
    internal static DiagnosticException WrongByte(string path)
    {
        using var stream = OpenLong(path);
        var buffer = new byte[1 << 16];
        var (line, column, kept) = (1, 1, 0);
        while (true)
        {
            var read = stream.Read(buffer.AsSpan(kept));
            var content = buffer.AsSpan(0, kept + read);
            var valid = content.IndexOf((byte)0) is >= 0 and var zero ? Math.Min(zero, ValidLength(content)) : ValidLength(content);
            var lastLine = content[..valid].LastIndexOf((byte)'\n') + 1;
            line += content[..valid].Count((byte)'\n');
            column = (lastLine > 0 ? 1 : column) + Encoding.UTF8.GetCharCount(content[lastLine..valid]);
            kept = content.Length - valid;
            if (kept >= 4 || read == 0 || (kept > 0 && content[valid] == 0))
            {
                return NotUtf8(
                    new(path, line, column),
                    kept == 0 ? "It is no text in UTF-8." : $"The byte 0x{content[valid]:X2} is not UTF-8 here.");
            }

            content[valid..].CopyTo(buffer);
        }
    }

    private static string DecodePooled(string path, SafeFileHandle file, int length)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var read = 0;
            while (read < length && RandomAccess.Read(file, bytes.AsSpan(read, length - read), read) is > 0 and var more)
            {
                read += more;
            }

            return Decode(path, bytes.AsSpan(0, read));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static string Decode(string path, ReadOnlySpan<byte> content)
    {
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            throw NotUtf8(new(path), "It begins with the byte order mark of UTF-16 or UTF-32.");
        }

        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[Encoding.UTF8.Preamble.Length..];
        }

        var zero = content.IndexOf((byte)0);
        if (zero >= 0)
        {
            throw NotUtf8(Where(path, content[..zero]), "It holds a zero byte: it is UTF-16 without a byte order mark, or no text.");
        }

        if (!Utf8.IsValid(content))
        {
            var wrong = FirstWrongByte(content);
            throw NotUtf8(Where(path, content[..wrong]), $"The byte 0x{content[wrong]:X2} is not UTF-8 here.");
        }

        return Encoding.UTF8.GetString(content);
    }

    private static int ValidLength(ReadOnlySpan<byte> content) => Utf8.IsValid(content) ? content.Length : FirstWrongByte(content);

    private static int FirstWrongByte(ReadOnlySpan<byte> content)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(content[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            position += length;
        }

        return position;
    }

    private static SourceLocation Where(string path, ReadOnlySpan<byte> before)
    {
        var lastLine = before[(before.LastIndexOfAny((byte)'\r', (byte)'\n') + 1)..];
        var lineFeeds = before.Count((byte)'\n');
        var lines = lineFeeds > 0 ? lineFeeds : before.Count((byte)'\r');
        return new(path, lines + 1, Encoding.UTF8.GetCharCount(lastLine) + 1);
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could not be written need not be deletable either; the first error is the one to tell.
        }
    }

    private static DiagnosticException NotUtf8(SourceLocation where, string why) => new(FailureKind.Usage, new Diagnostic
    {
        Code = DiagnosticCodes.FileNotUtf8,
        Summary = $"{Path.GetFileName(where.Path)} is not UTF-8.",
        Why = why,
        Where = where,
        NextActions = ["Save the file as UTF-8 (with or without a byte order mark)."],
    });

    internal static DiagnosticException Unreadable(string path, Exception cause) => new(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.FileUnreadable,
            Summary = cause is FileNotFoundException or DirectoryNotFoundException
                ? $"There is no file {Path.GetFileName(path)}."
                : $"{Path.GetFileName(path)} cannot be read.",
            Why = cause.Message,
            Where = new(path),
            NextActions = ["Check the path, and that this user may read the file."],
        },
        cause);
}
