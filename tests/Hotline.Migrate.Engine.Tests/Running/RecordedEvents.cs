using System.Collections.Concurrent;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Engine.Tests.Running;

/// <summary>Keeps what a run tells, and may act on it.</summary>
internal sealed class RecordedEvents(Action<RunEvent>? act = null) : IProgress<RunEvent>
{
    private readonly ConcurrentQueue<RunEvent> events = [];

    public IReadOnlyList<RunEvent> All => [.. events];

    public IEnumerable<T> Of<T>()
        where T : RunEvent => events.OfType<T>();

    public void Report(RunEvent value)
    {
        events.Enqueue(value);
        act?.Invoke(value);
    }
}
