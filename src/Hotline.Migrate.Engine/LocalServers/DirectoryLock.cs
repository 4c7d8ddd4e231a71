using System.Diagnostics;

namespace Hotline.Migrate.LocalServers;

/// <summary>Keeps a folder for one process at a time. The system releases it when the process dies.</summary>
internal sealed class DirectoryLock : IDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(5);

    private readonly FileStream file;

    private DirectoryLock(FileStream file) => this.file = file;

    /// <summary>Waits for the folder. The folder must exist.</summary>
    /// <exception cref="IOException">Another process kept it for five minutes.</exception>
    public static async Task<DirectoryLock> AcquireAsync(string directory, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, ".lock");
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new DirectoryLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException))
            {
                if (waited.Elapsed > patience)
                {
                    throw new IOException($"Another process keeps {path}.", exception);
                }

                await Task.Delay(50, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public void Dispose() => file.Dispose();
}
