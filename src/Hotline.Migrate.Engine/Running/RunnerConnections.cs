using System.Transactions;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Opens the runner's connections.</summary>
/// <param name="source">Where they come from.</param>
/// <param name="ready">One that is open already and lent out first.</param>
public sealed class RunnerConnections(NpgsqlDataSource source, NpgsqlConnection? ready = null) : IAsyncDisposable
{
    private NpgsqlConnection? unused = ready;

    /// <summary>Opens a connection that takes no part in a transaction of the caller's.</summary>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref unused, null) is { } first)
        {
            return first;
        }

        if (Transaction.Current is null)
        {
            return await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        }

        using var apart = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        return await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref unused, null)?.DisposeAsync() ?? ValueTask.CompletedTask;
}
