using Hotline.Migrate.Locking;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Sends <c>COPY ... FROM stdin</c> with its data.</summary>
internal static class CopyExecution
{
    private const int ChunkLength = 1 << 16;

    /// <summary>Runs <paramref name="copy"/> in whatever transaction the session has open.</summary>
    public static async Task RunAsync(WorkSession session, CopyCommand copy, CancellationToken cancellationToken)
    {
        try
        {
            var writer = await session.Connection.BeginTextImportAsync(copy.Sql, cancellationToken).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                for (var at = 0; at < copy.Data.Length; at += ChunkLength)
                {
                    await writer.WriteAsync(copy.Data.AsMemory(at, Math.Min(ChunkLength, copy.Data.Length - at)), cancellationToken)
                        .ConfigureAwait(false);
                }
            }
        }
        catch (PostgresException e) when (session.IsAlive)
        {
            throw new CommandFailure(copy, e);
        }
        catch (Exception e) when (LostConnection.Is(e))
        {
            throw new SessionLost(e);
        }
    }
}
