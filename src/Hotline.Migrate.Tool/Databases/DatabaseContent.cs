using Npgsql;

namespace Hotline.Migrate.Tool.Databases;

/// <summary>What a database holds beside the history.</summary>
internal static class DatabaseContent
{
    /// <summary>Whether there is no table: what a run drops then is what it made itself, and no data is lost.</summary>
    public static async Task<bool> IsEmptyAsync(DatabaseSession database, CancellationToken cancellationToken)
    {
        var history = database.Options.History;
        var command = database.Source.CreateCommand(
            """
            SELECT NOT EXISTS (
                SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'f', 'm')
                  AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
                  AND NOT (n.nspname = $1 AND c.relname IN ($2, $2 || '_log', $2 || '_journal')))
            """);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = history.Schema });
            command.Parameters.Add(new NpgsqlParameter { Value = history.Name });
            return (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
    }
}
