using Hotline.Migrate.Configuration;
using Hotline.Migrate.History;
using Hotline.Migrate.Importing;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Adopting;

/// <summary>A database that was there before its migrations: what it holds, and what other tools say about it.</summary>
public sealed class ExistingDatabase
{
    private ExistingDatabase(DatabaseState state, IReadOnlyList<OtherHistory> otherHistories)
    {
        State = state;
        OtherHistories = otherHistories;
        LeftOut = [.. state.Unmodelled.Select(o => o.ToString())];
    }

    /// <summary>The part of its schema that is the project's.</summary>
    public DatabaseSchema Schema => State.Schema;

    /// <summary>What the history tables of other tools say.</summary>
    public IReadOnlyList<OtherHistory> OtherHistories { get; }

    /// <summary>Objects that migrations cannot make yet, by kind and name.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>Everything that is the project's.</summary>
    internal DatabaseState State { get; }

    /// <summary>Reads a database; changes nothing.</summary>
    /// <param name="source">The database.</param>
    /// <param name="filters">What of it is the project's.</param>
    /// <param name="history">Where the project's own history is or will be.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Diagnostics.DiagnosticException">The history of another tool cannot be read (HM0549).</exception>
    public static async Task<ExistingDatabase> ReadAsync(
        NpgsqlDataSource source, ObjectFilters filters, HistoryTableName history, CancellationToken cancellationToken = default)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var schema = await DatabaseInspector.InspectAsync(connection, cancellationToken).ConfigureAwait(false);
            var unmodelled = await UnmodelledObjects.ReadAsync(connection, cancellationToken).ConfigureAwait(false);
            var histories = new List<OtherHistory>();
            foreach (var table in HistoryTables.Find(schema))
            {
                histories.Add(await OtherHistoryReader.ReadAsync(connection, table, cancellationToken).ConfigureAwait(false));
            }

            return new ExistingDatabase(new ManagedObjects(filters, history).Of(new DatabaseState(schema, unmodelled)), histories);
        }
    }
}
