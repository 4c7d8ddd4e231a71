namespace Hotline.Migrate.Running;

/// <summary>Tries again what failed because a lock was not to be had, with growing pauses.</summary>
internal sealed class Attempts(RunnerOptions options)
{
    /// <summary>Does <paramref name="work"/>, as often as it takes and the options allow.</summary>
    /// <param name="change">The change that it is part of.</param>
    /// <param name="work">One attempt.</param>
    /// <param name="tried">How often it was tried before.</param>
    /// <param name="cancellationToken">Interrupts the pauses.</param>
    /// <exception cref="CommandFailure">The server refused it for good.</exception>
    public async Task<T> RunAsync<T>(PlannedChange change, Func<Task<T>> work, int tried, CancellationToken cancellationToken)
    {
        for (var attempt = 1 + tried; ; attempt++)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (CommandFailure failure) when (failure.IsWorthRetrying && attempt < options.LockAttempts)
            {
                await PauseAsync(change, failure, attempt, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(PlannedChange change, Func<Task> work, int tried, CancellationToken cancellationToken) => RunAsync(
        change,
        async () =>
        {
            await work().ConfigureAwait(false);
            return true;
        },
        tried,
        cancellationToken);

    /// <summary>Leaves the field to others before <paramref name="change"/> is tried again.</summary>
    public async Task PauseAsync(PlannedChange change, CommandFailure failure, int attempt, CancellationToken cancellationToken)
    {
        var delay = RetryDelay.After(attempt, options);
        options.Progress?.Report(new RunEvent.Retrying(change, attempt, options.LockAttempts, delay, failure.Error.MessageText));
        await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
    }
}
