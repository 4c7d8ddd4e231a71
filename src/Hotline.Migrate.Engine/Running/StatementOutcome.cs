using Hotline.Migrate.Parsing;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Finds out from the catalog what became of a statement whose answer was lost.</summary>
internal static class StatementOutcome
{
    /// <summary>Looks for what the statement would have made or removed.</summary>
    public static async Task<Outcome> FindAsync(NpgsqlConnection connection, StatementForm? form, CancellationToken cancellationToken) =>
        form switch
        {
            { Kind: StatementKind.Repeatable or StatementKind.Setting or StatementKind.Reindex } => Outcome.NotDone,
            { Kind: StatementKind.CreateIndex, Name: { } name, Table: { } table } => DoneIf(
                await InvalidIndexes.IsValidAsync(connection, name, table, cancellationToken).ConfigureAwait(false)),
            { Kind: StatementKind.DropIndex, Name: { } name } => DoneIf(!await ExistsAsync(
                connection, "SELECT pg_catalog.to_regclass($1) IS NOT NULL", name, cancellationToken).ConfigureAwait(false)),
            { Kind: StatementKind.CreateDatabase, Name: { } name } => DoneIf(
                await ExistsAsync(connection, Database, name, cancellationToken).ConfigureAwait(false)),
            { Kind: StatementKind.DropDatabase, Name: { } name } => DoneIf(
                !await ExistsAsync(connection, Database, name, cancellationToken).ConfigureAwait(false)),
            { Kind: StatementKind.DetachPartition, Name: { } name } => DoneIf(
                !await ExistsAsync(connection, Partition, name, cancellationToken).ConfigureAwait(false)),
            _ => Outcome.Unknown,
        };

    private const string Database =
        "SELECT EXISTS (SELECT FROM pg_catalog.pg_database WHERE datname = (pg_catalog.parse_ident($1))[1])";

    private const string Partition =
        "SELECT EXISTS (SELECT FROM pg_catalog.pg_inherits WHERE inhrelid = pg_catalog.to_regclass($1))";

    private static Outcome DoneIf(bool done) => done ? Outcome.Done : Outcome.NotDone;

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string sql, string name, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0, Parameters = { new() { Value = name } } };
        await using (command.ConfigureAwait(false))
        {
            return (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
    }
}
