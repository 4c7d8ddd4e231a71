using System.Text;
using System.Text.Json;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Files;

/// <summary>
/// Makes several changes of a folder as one: they are written down first, then made. Where a process died in between, the next
/// one finds the record and finishes. Only to be used under the <see cref="FolderLock"/>.
/// </summary>
public static class ChangeJournal
{
    /// <summary>The name of the record in the folder.</summary>
    public const string FileName = ".unfinished-changes.json";

    /// <summary>Makes the changes, in order.</summary>
    /// <exception cref="DiagnosticException">A file cannot be written (HM0220). What was begun is finished by <see cref="Finish"/>.</exception>
    public static void Apply(string folder, IReadOnlyList<FileChange> changes)
    {
        var journal = Path.Combine(folder, FileName);
        TextFile.WriteAtomically(journal, Write(changes));
        Make(folder, changes);
        Delete(journal);
    }

    /// <summary>Finishes changes that were interrupted.</summary>
    /// <returns>Whether there were any.</returns>
    /// <exception cref="DiagnosticException">The record is not readable (HM0172), or a file cannot be written (HM0220).</exception>
    public static bool Finish(string folder)
    {
        var journal = Path.Combine(folder, FileName);
        if (!File.Exists(journal))
        {
            return false;
        }

        Make(folder, Read(journal));
        Delete(journal);
        return true;
    }

    private static void Make(string folder, IReadOnlyList<FileChange> changes)
    {
        foreach (var change in changes)
        {
            switch (change)
            {
                case WriteFile write: TextFile.WriteAtomically(In(folder, write.Path), write.Content); break;
                case DeleteFile delete: Delete(In(folder, delete.Path)); break;
                case MoveFile move: Move(In(folder, move.From), In(folder, move.To)); break;
            }
        }
    }

    private static string In(string folder, string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    private static void Move(string from, string to) => Guard(from, () =>
    {
        if (File.Exists(from))
        {
            File.Move(from, to, overwrite: true);
        }
    });

    private static void Delete(string path) => Guard(path, () =>
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    });

    private static void Guard(string path, Action change)
    {
        try
        {
            change();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(
                FailureKind.Usage,
                new Diagnostic
                {
                    Code = DiagnosticCodes.FileNotWritable,
                    Summary = $"{Path.GetFileName(path)} cannot be renamed or deleted.",
                    Why = e.Message,
                    Where = new SourceLocation(path),
                    NextActions = ["Check that the folder is writable for this user, and run the command again: it goes on from here."],
                },
                e);
        }
    }

    private static string Write(IReadOnlyList<FileChange> changes)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartArray();
            foreach (var change in changes)
            {
                var (kind, path, value) = change switch
                {
                    WriteFile write => ("write", write.Path, write.Content),
                    MoveFile move => ("move", move.From, move.To),
                    DeleteFile delete => ("delete", delete.Path, ""),
                    _ => throw new NotSupportedException(change.GetType().Name),
                };
                json.WriteStartArray();
                json.WriteStringValue(kind);
                json.WriteStringValue(path);
                json.WriteStringValue(value);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static IReadOnlyList<FileChange> Read(string journal)
    {
        try
        {
            using var json = JsonDocument.Parse(TextFile.Read(journal));
            return [.. json.RootElement.EnumerateArray().Select(Read)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new DiagnosticException(
                FailureKind.Usage,
                new Diagnostic
                {
                    Code = DiagnosticCodes.JournalUnreadable,
                    Summary = "The record of an interrupted change is not readable.",
                    Where = new SourceLocation(journal),
                    NextActions = ["Restore the migrations folder from version control, and delete this file."],
                },
                e);
        }
    }

    private static FileChange Read(JsonElement change)
    {
        var (path, value) = (change[1].GetString()!, change[2].GetString()!);
        return change[0].GetString() switch
        {
            "write" => new WriteFile(path, value),
            "move" => new MoveFile(path, value),
            "delete" => new DeleteFile(path),
            var kind => throw new JsonException($"There is no change '{kind}'."),
        };
    }
}
