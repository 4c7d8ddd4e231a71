using Hotline.Migrate.Connecting;
using Hotline.Migrate.Locking;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Planning;

/// <summary>Looks whether there is data where a plan would destroy some.</summary>
public static class LossLook
{
    // Somebody waits for the answer, and a doubt costs a question only.
    private const string Limits =
        "SET LOCAL lock_timeout = '500ms'; SET LOCAL statement_timeout = '3s'; SET LOCAL row_security = off";

    /// <summary>Those of <paramref name="losses"/> that surely or possibly destroy something. Only reads, and takes no more than moments.</summary>
    /// <remarks>
    /// What cannot be read in time, or not at all (permissions, row security), counts as data. Rows that come between the look and the run
    /// are not seen: who must not lose them stops the writers first.
    /// </remarks>
    public static async Task<IReadOnlyList<DataLossNote>> RealAsync(
        NpgsqlDataSource source, IReadOnlyList<DataLossNote> losses, CancellationToken cancellationToken = default)
    {
        if (losses.All(loss => loss.From.IsEmpty))
        {
            return losses;
        }

        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await SessionState.SearchAsMigrationsAsync(connection, cancellationToken).ConfigureAwait(false);
            var real = new List<DataLossNote>();
            foreach (var loss in losses)
            {
                if (loss.From.IsEmpty || await HasDataAsync(connection, loss.From, cancellationToken).ConfigureAwait(false))
                {
                    real.Add(loss);
                }
            }

            return real;
        }
    }

    private static async Task<bool> HasDataAsync(NpgsqlConnection connection, IEnumerable<LostRows> from, CancellationToken cancellationToken)
    {
        foreach (var rows in from)
        {
            try
            {
                var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    await AskAsync(connection, new NpgsqlCommand($"SET TRANSACTION READ ONLY; {Limits}"), cancellationToken).ConfigureAwait(false);
                    if (await IsThereAsync(connection, rows, cancellationToken).ConfigureAwait(false)
                        && await AskAsync(connection, new NpgsqlCommand(Data(rows)), cancellationToken).ConfigureAwait(false) is true)
                    {
                        return true;
                    }
                }
            }
            catch (Exception e) when (LostConnection.Is(e))
            {
                return true;
            }
        }

        return false;
    }

    // A name that means nothing now loses nothing: what the plan makes itself is left out already.
    private static async Task<bool> IsThereAsync(NpgsqlConnection connection, LostRows rows, CancellationToken cancellationToken) =>
        await AskAsync(connection, new NpgsqlCommand(
            """
            SELECT pg_catalog.to_regclass($1) IS NOT NULL AND ($2 IS NULL OR EXISTS (
                SELECT FROM pg_catalog.pg_attribute
                WHERE attrelid = pg_catalog.to_regclass($1) AND attname = (pg_catalog.parse_ident($2))[1] AND attnum > 0 AND NOT attisdropped))
            """)
        {
            Parameters =
            {
                new() { Value = rows.Table },
                new() { Value = (object?)rows.Column ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
            },
        }, cancellationToken).ConfigureAwait(false) is true;

    // IS NULL looks into a composite value; num_nonnulls at the value.
    private static string Data(LostRows rows) => rows.Column is { } column
        ? $"SELECT EXISTS (SELECT FROM {rows.Table} AS t WHERE pg_catalog.num_nonnulls(t.{column}) > 0)"
        : $"SELECT EXISTS (SELECT FROM {rows.Table})";

    private static async Task<object?> AskAsync(NpgsqlConnection connection, NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using (command.ConfigureAwait(false))
        {
            command.Connection = connection;
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
