namespace Hotline.Migrate.Running;

/// <summary>Tells events one after the other, whichever thread they come from.</summary>
internal sealed class SerializedProgress(IProgress<RunEvent> inner) : IProgress<RunEvent>
{
    private readonly Lock gate = new();

    public void Report(RunEvent value)
    {
        lock (gate)
        {
            inner.Report(value);
        }
    }
}
