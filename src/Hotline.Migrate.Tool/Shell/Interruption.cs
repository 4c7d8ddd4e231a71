using System.Runtime.InteropServices;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>Turns SIGINT and SIGTERM into cancellation, once. A second signal ends the process as usual.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private int _exitCode;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, Shell.ExitCode.Interrupted));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, Shell.ExitCode.Terminated));
    }

    /// <summary>Is cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The exit code that the signal asks for, or <c>null</c> when none came.</summary>
    public ExitCode? ExitCode => Volatile.Read(ref _exitCode) is var code and not 0 ? (ExitCode)code : null;

    /// <inheritdoc />
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context, ExitCode code)
    {
        if (Interlocked.CompareExchange(ref _exitCode, (int)code, 0) != 0)
        {
            return;
        }

        context.Cancel = true;
        _source.Cancel();
    }
}
