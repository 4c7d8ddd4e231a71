using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Scratch;

/// <summary>Runs a script that makes a whole schema in a database that nobody else uses.</summary>
internal static class SchemaScript
{
    // A transaction that makes thousands of objects takes more locks than a server has.
    private const int AtOnce = 200;

    /// <summary>Runs <paramref name="sql"/>, and takes the bodies of its routines as they are. What ran before a failure stays.</summary>
    /// <exception cref="PostgresException">It failed.</exception>
    public static async Task RunAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        // Split by our lexer: Npgsql's own would cut a BEGIN ATOMIC body at its semicolons.
        string[] statements =
        [
            "SET check_function_bodies = off",
            .. MigrationFile.ParseSection("scratch", sql).Steps.SelectMany(s => s.Commands).OfType<SqlCommand>().Select(c => c.Sql),
        ];
        var connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            foreach (var some in statements.Chunk(AtOnce))
            {
                var batch = new NpgsqlBatch(connection) { Timeout = 0 };
                await using (batch.ConfigureAwait(false))
                {
                    foreach (var statement in some)
                    {
                        batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
                    }

                    await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }
}
