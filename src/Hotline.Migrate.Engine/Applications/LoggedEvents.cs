using Hotline.Migrate.Running;
using Microsoft.Extensions.Logging;

namespace Hotline.Migrate.Applications;

/// <summary>Writes what happens during a run to an application's log.</summary>
internal sealed partial class LoggedEvents(ILogger logger) : IProgress<RunEvent>
{
    public void Report(RunEvent value)
    {
        switch (value)
        {
            case RunEvent.WaitingForLock waiting:
                Waiting(waiting.Holder.ToString());
                break;
            case RunEvent.Finished finished:
                Finished(finished.Change.Name, finished.Change.Revision, finished.Change.Message, finished.Elapsed.TotalMilliseconds);
                break;
            case RunEvent.Retrying retrying:
                Retrying(retrying.Change.Revision, retrying.Attempt, retrying.Attempts, retrying.Reason);
                break;
            case RunEvent.Warned warned:
                Warned(warned.Diagnostic.Code, warned.Diagnostic.Summary);
                break;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Waiting for another run of migrations: {Holder}")]
    private partial void Waiting(string holder);

    [LoggerMessage(2, LogLevel.Information, "{Change} {Revision} {Message} done in {Milliseconds} ms")]
    private partial void Finished(string change, string revision, string message, double milliseconds);

    [LoggerMessage(3, LogLevel.Warning, "Migration {Revision}: attempt {Attempt} of {Attempts} failed and is repeated: {Reason}")]
    private partial void Retrying(string revision, int attempt, int attempts, string reason);

    [LoggerMessage(4, LogLevel.Warning, "{Code}: {Summary}")]
    private partial void Warned(string code, string summary);
}
