using System.Transactions;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Opens the runner's connections.</summary>
internal sealed class RunnerConnections(NpgsqlDataSource source)
{
    /// <summary>Opens a connection that takes no part in a transaction of the caller's.</summary>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (Transaction.Current is null)
        {
            return await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        }

        using var apart = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        return await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
    }
}
