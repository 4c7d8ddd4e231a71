using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Files;

/// <summary>A migration file that is too long to be held.</summary>
/// <remarks>
/// It is read once to check and hash it, and once more to run it: what cannot run is to be refused before anything is sent. When it
/// changes in between, it is not run.
/// </remarks>
internal sealed class LongScript : IScriptFile
{
    private const int FirstLook = 1 << 16;

    private readonly string path;
    private readonly long length;
    private readonly DateTime written;

    private LongScript(string path, FileInfo file)
    {
        this.path = path;
        (length, written) = (file.Length, file.LastWriteTimeUtc);
    }

    /// <summary>Reads the header of such a file.</summary>
    public static Migration ReadHeader(string path, FileInfo file)
    {
        var script = new LongScript(path, file);
        return MigrationFile.ParseHeader(path, script.Head(), script);
    }

    /// <inheritdoc/>
    public TextReader Open(long start)
    {
        var now = new FileInfo(path);
        if (!now.Exists || now.Length != length || now.LastWriteTimeUtc != written)
        {
            throw new DiagnosticException(FailureKind.Usage, new Diagnostic
            {
                Code = DiagnosticCodes.FileUnreadable,
                Summary = $"{Path.GetFileName(path)} was changed while it was in use.",
                Where = new(path),
                NextActions = ["Run the command again."],
            });
        }

        return new Utf8Text(path, start);
    }

    // The header ends before an empty line, so it is whole when something is left behind it.
    private string Head()
    {
        for (var size = FirstLook; ; size *= 2)
        {
            using var text = Open(0);
            var head = new char[size];
            var read = text.ReadBlock(head);
            var start = new string(head, 0, read);
            if (read < size || HeaderLines.End(HeaderLines.Read(start)) < read)
            {
                return start;
            }
        }
    }
}
