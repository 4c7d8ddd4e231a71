using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Importing;
using Npgsql;

namespace Hotline.Migrate.Adopting;

/// <summary>Reads what another tool's history says. Never writes to it.</summary>
internal static class OtherHistoryReader
{
    /// <exception cref="DiagnosticException">The role may not read it (HM0549).</exception>
    public static async Task<OtherHistory> ReadAsync(NpgsqlConnection connection, HistoryTable history, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(OtherHistoryQueries.Of(history), connection);
        await using (command.ConfigureAwait(false))
        {
            try
            {
                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    var entries = new List<OtherEntry>();
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        entries.Add(new OtherEntry(
                            Enum.Parse<OtherEntryState>(reader.GetString(0)), Text(reader, 1), Text(reader, 2), Text(reader, 3),
                            reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4)));
                    }

                    return new OtherHistory(history.Tool, history.Table.Name, [.. entries]);
                }
            }
            catch (PostgresException refusal)
            {
                throw new DiagnosticException(
                    FailureKind.Usage,
                    new Diagnostic
                    {
                        Code = DiagnosticCodes.OtherHistoryNotReadable,
                        Summary = $"The history of {OtherToolNames.NameOf(history.Tool)} in {history.Table.Name} cannot be read.",
                        Why = refusal.MessageText,
                        SqlState = refusal.SqlState,
                        NextActions = ["Connect as the role that the other tool uses."],
                    },
                    refusal);
            }
        }
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
