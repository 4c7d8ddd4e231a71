using System.Text.Json;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>About how many rows a table has, as the planner reckons: from its pages as they are now, analyzed or not.</summary>
internal static class RowEstimate
{
    /// <summary>Asks the planner; the table is not read.</summary>
    public static async Task<long> OfAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand($"EXPLAIN (FORMAT JSON) SELECT FROM {table}", connection) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
        {
            var text = (string)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
            using var plan = JsonDocument.Parse(text);
            return (long)plan.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetDouble();
        }
    }
}
