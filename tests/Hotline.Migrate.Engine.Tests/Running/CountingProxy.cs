using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Running;

/// <summary>A network between client and server that counts how often the client speaks after the server did.</summary>
internal sealed class CountingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly NpgsqlConnectionStringBuilder target;
    private readonly Task accepting;
    private int roundTrips;

    public CountingProxy(TestDatabase database)
    {
        target = database.Builder;
        listener.Start();
        accepting = AcceptAsync();
        DataSource = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port, SslMode = SslMode.Disable,
        });
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
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(target.Host!, target.Port, stop.Token);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            var answered = 1;
            var requests = PumpAsync(client, server, () => Interlocked.Add(ref roundTrips, Interlocked.Exchange(ref answered, 0)), end.Token);
            var answers = PumpAsync(server, client, () => Volatile.Write(ref answered, 1), end.Token);
            await Task.WhenAny(requests, answers);
            await end.CancelAsync();
            await Task.WhenAll(requests, answers);
        }
    }

    private static async Task PumpAsync(TcpClient from, TcpClient to, Action seen, CancellationToken cancellationToken)
    {
        from.NoDelay = true;
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
