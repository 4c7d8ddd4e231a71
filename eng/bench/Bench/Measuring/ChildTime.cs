using System.Runtime.InteropServices;

namespace Hotline.Migrate.Bench.Measuring;

/// <summary>The operating system's own account of processor time.</summary>
internal static unsafe partial class ChildTime
{
    private const int Children = -1;

    /// <summary>Milliseconds that all ended children used so far.</summary>
    public static double Milliseconds()
    {
        // Seconds and microseconds of user and system time; fourteen counters follow.
        var usage = stackalloc long[18];
        return GetUsage(Children, usage) == 0
            ? (usage[0] + usage[2]) * 1000.0 + (usage[1] + usage[3]) / 1000.0
            : throw new InvalidOperationException(Marshal.GetLastPInvokeErrorMessage());
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetUsage(int who, long* usage);
}
