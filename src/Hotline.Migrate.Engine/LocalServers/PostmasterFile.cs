using System.Diagnostics;
using System.Globalization;

namespace Hotline.Migrate.LocalServers;

/// <summary>The file in which a running server names its process and port.</summary>
internal sealed record PostmasterFile(int ProcessId, int Port)
{
    /// <summary>The file of a cluster; null where there is none or it is not complete.</summary>
    public static async Task<PostmasterFile?> ReadAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        try
        {
            // Lines: process id, data directory, start time, port, socket directory, address, ...
            var lines = await File.ReadAllLinesAsync(PathIn(dataDirectory), cancellationToken).ConfigureAwait(false);
            return lines.Length > 3 && Number(lines[0]) is { } id && Number(lines[3]) is { } port
                ? new PostmasterFile(id, port)
                : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Where the file lies.</summary>
    public static string PathIn(string dataDirectory) => Path.Combine(dataDirectory, "postmaster.pid");

    /// <summary>Whether the process is alive and a PostgreSQL: after a crash its number may be another program's.</summary>
    public bool IsAlive()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && !IsZombie();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    // In a container whose first process reaps nothing, a killed server stays in the process table for good.
    private bool IsZombie()
    {
        try
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{ProcessId}/stat");
            if (!File.Exists(path))
            {
                return false;
            }

            // "id (name) state ...": the name may hold anything, even a parenthesis.
            var text = File.ReadAllText(path);
            return text[(text.LastIndexOf(')') + 1)..].TrimStart() is ['Z' or 'X', ..];
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static int? Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
