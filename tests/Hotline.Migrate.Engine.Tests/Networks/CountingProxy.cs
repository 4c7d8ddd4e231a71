using System.Net.Sockets;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Networks;

/// <summary>A network between client and server that counts how often the client speaks after the server did.</summary>
internal sealed class CountingProxy : IAsyncDisposable
{
    private readonly Relay relay;
    private int roundTrips;

    public CountingProxy(TestDatabase database)
    {
        relay = new Relay(database, ServeAsync);
        DataSource = NpgsqlDataSource.Create(relay.Address);
    }

    public NpgsqlDataSource DataSource { get; }

    /// <summary>The round trips that <paramref name="work"/> takes.</summary>
    public async Task<int> CountAsync(Func<Task> work)
    {
        var before = Volatile.Read(ref roundTrips);
        await work();
        return Volatile.Read(ref roundTrips) - before;
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await relay.DisposeAsync();
    }

    private async Task ServeAsync(TcpClient client, TcpClient server, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answered = 1;
        var requests = PumpAsync(client, server, () => Interlocked.Add(ref roundTrips, Interlocked.Exchange(ref answered, 0)), end.Token);
        var answers = PumpAsync(server, client, () => Volatile.Write(ref answered, 1), end.Token);
        await Task.WhenAny(requests, answers);
        await end.CancelAsync();
        await Task.WhenAll(requests, answers);
    }

    private static async Task PumpAsync(TcpClient from, TcpClient to, Action seen, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        try
        {
            int length;
            while ((length = await from.GetStream().ReadAsync(buffer, cancellationToken)) > 0)
            {
                seen();
                await to.GetStream().WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // One side is gone; so is the other.
        }
    }
}
