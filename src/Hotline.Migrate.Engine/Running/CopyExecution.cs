using Hotline.Migrate.Locking;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Sends <c>COPY ... FROM stdin</c> with its data.</summary>
internal static class CopyExecution
{
    private const int ChunkLength = 1 << 16;

    /// <summary>Runs <paramref name="copy"/> in whatever transaction the session has open.</summary>
    public static Task RunAsync(WorkSession session, CopyCommand copy, CancellationToken cancellationToken) =>
        RunAsync(session, copy, Chunks(copy.Data), cancellationToken);

    /// <summary>Runs <paramref name="copy"/> with data that is read as it is sent.</summary>
    public static async Task RunAsync(
        WorkSession session, CopyCommand copy, IEnumerable<ReadOnlyMemory<char>> data, CancellationToken cancellationToken)
    {
        try
        {
            var writer = await session.Connection.BeginTextImportAsync(copy.Sql, cancellationToken).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                foreach (var chunk in data)
                {
                    await writer.WriteAsync(chunk, cancellationToken).ConfigureAwait(false);
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

    private static IEnumerable<ReadOnlyMemory<char>> Chunks(string data)
    {
        for (var at = 0; at < data.Length; at += ChunkLength)
        {
            yield return data.AsMemory(at, Math.Min(ChunkLength, data.Length - at));
        }
    }
}
