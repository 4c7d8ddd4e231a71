using Npgsql;

namespace Hotline.Migrate;

/// <summary>
/// A data migration written in C# that works through many rows in batches. In a step without transaction each batch is a transaction of its
/// own, committed together with the place where it ended: an interrupted run goes on there.
/// </summary>
public interface IBatchedDataMigration : IDataMigration
{
    /// <summary>The table, as SQL writes it, whose rows are worked through: by it the progress reckons what is left.</summary>
    string? Table => null;

    /// <summary>How long to wait between two batches.</summary>
    TimeSpan Pause => TimeSpan.Zero;

    /// <summary>How far a standby may lag behind before the next batch waits for it; <c>null</c> where nothing waits.</summary>
    TimeSpan? MaxLag => null;

    /// <summary>Does the next batch.</summary>
    /// <param name="connection">The open connection that the migration's statements run on. Do not close it.</param>
    /// <param name="transaction">The batch's transaction. Do not end it. When a lock was not got in time, it is rolled back and this runs again.</param>
    /// <param name="after">Where the batch before ended, as it said itself, in this run or in an earlier one; <c>null</c> for the first batch.</param>
    /// <param name="cancellationToken">Cancelled when the run is interrupted.</param>
    /// <returns>Where this batch ended; <c>null</c> when nothing was left to do.</returns>
    Task<BatchEnd?> RunBatchAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string? after, CancellationToken cancellationToken);

    /// <summary>Does all batches in one transaction: what becomes of them in a step that is one.</summary>
    /// <exception cref="ArgumentNullException">There is no transaction.</exception>
    async Task IDataMigration.RunAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        for (string? after = null; await RunBatchAsync(connection, transaction, after, cancellationToken).ConfigureAwait(false) is { } end; after = end.Behind(after).Place)
        {
        }
    }
}
