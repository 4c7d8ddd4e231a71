using System.Diagnostics;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Files;

/// <summary>Keeps other builds and tools from changing the migrations of a project at the same time.</summary>
public sealed class FolderLock : IDisposable
{
    /// <summary>The folder beside the configuration that holds what is for this machine alone.</summary>
    public const string LocalFolder = ".hotline";

    private const string LockFile = "migrations.lock";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly FileStream stream;

    private FolderLock(FileStream stream) => this.stream = stream;

    /// <summary>Waits for the lock of a project.</summary>
    /// <param name="projectFolder">The folder that holds the configuration.</param>
    /// <param name="timeout">How long to wait at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DiagnosticException">Another process kept it too long (HM0170), or the folder cannot be written (HM0220).</exception>
    public static FolderLock Acquire(string projectFolder, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var folder = CreateLocalFolder(projectFolder);
        var path = Path.Combine(folder, LockFile);
        var waited = Stopwatch.StartNew();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (UnauthorizedAccessException e)
            {
                throw NotWritable(path, e);
            }
            catch (IOException e)
            {
                if (waited.Elapsed > timeout)
                {
                    throw new DiagnosticException(FailureKind.Lock, TooLong(path, timeout), e);
                }

                cancellationToken.WaitHandle.WaitOne(Pause);
            }
        }
    }

    /// <summary>Makes the folder for what is for this machine alone, which no version control is to see.</summary>
    /// <exception cref="DiagnosticException">The folder cannot be written (HM0220).</exception>
    public static string CreateLocalFolder(string projectFolder)
    {
        var folder = Path.Combine(projectFolder, LocalFolder);
        var ignore = Path.Combine(folder, ".gitignore");
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(folder, e);
        }

        if (!File.Exists(ignore))
        {
            TextFile.WriteAtomically(ignore, "*\n");
        }

        return folder;
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose() => stream.Dispose();

    private static Diagnostic TooLong(string path, TimeSpan timeout) => new()
    {
        Code = DiagnosticCodes.FolderLocked,
        Summary = $"Another build or tool has been working on these migrations for {timeout.TotalSeconds:0} seconds.",
        Where = new SourceLocation(path),
        NextActions = ["Wait for it, or end it, and try again."],
    };

    private static DiagnosticException NotWritable(string path, Exception cause) => new(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.FileNotWritable,
            Summary = $"{Path.GetFileName(path)} cannot be written.",
            Why = cause.Message,
            Where = new SourceLocation(path),
            NextActions = ["Check that the project's folder is writable for this user."],
        },
        cause);
}
