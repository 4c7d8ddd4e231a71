using Npgsql;

namespace Hotline.Migrate;

/// <summary>A data migration written in C#, run by <c>-- hm:code Namespace.Type</c> at that point of a migration file.</summary>
public interface IDataMigration
{
    /// <summary>Does the work.</summary>
    /// <param name="connection">The open connection that the migration's statements run on. Do not close it.</param>
    /// <param name="transaction">
    /// The migration's transaction, which the runner commits together with the history; <c>null</c> in a step without transaction.
    /// Do not end it. When a lock was not got in time, the whole transaction is rolled back and this runs again.
    /// </param>
    /// <param name="cancellationToken">Cancelled when the run is interrupted.</param>
    Task RunAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken cancellationToken);
}
