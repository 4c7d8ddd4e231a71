using System.Runtime.InteropServices;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>Turns SIGINT and SIGTERM into cancellation, once. A second signal ends the process as usual.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;
    private int exitCode;

    public Interruption()
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, Shell.ExitCode.Interrupted));
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, Shell.ExitCode.Terminated));
    }

    /// <summary>Is cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>The exit code that the signal asks for, or <c>null</c> when none came.</summary>
    public ExitCode? ExitCode => Volatile.Read(ref exitCode) is var code and not 0 ? (ExitCode)code : null;

    /// <inheritdoc />
    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext context, ExitCode code)
    {
        if (Interlocked.CompareExchange(ref exitCode, (int)code, 0) != 0)
        {
            return;
        }

        context.Cancel = true;
        source.Cancel();
    }
}
