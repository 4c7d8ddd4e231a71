using System.Diagnostics;

namespace Hotline.Migrate.Running;

/// <summary>How many changes travel to the server together: more and more of them, as long as they are quick.</summary>
/// <remarks>What takes long is sent alone, so that what is told about it is told when it happens.</remarks>
internal sealed class GroupSize
{
    private const int Most = 32;
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(250);

    private long since = Stopwatch.GetTimestamp();

    /// <summary>The number of changes to send next.</summary>
    public int Next { get; private set; } = 1;

    /// <summary>Changes are sent now.</summary>
    public void Sent() => since = Stopwatch.GetTimestamp();

    /// <summary>They are done.</summary>
    public void Done() => Next = Stopwatch.GetElapsedTime(since) < Quick ? Math.Min(Next * 2, Most) : 1;

    /// <summary>One of them failed, so that the next one is sent alone.</summary>
    public void Failed() => Next = 1;
}
