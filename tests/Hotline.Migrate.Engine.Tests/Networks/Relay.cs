using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Networks;

/// <summary>A network between clients and a database: listens on a port of its own and opens a connection to the server for each client.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly NpgsqlConnectionStringBuilder target;
    private readonly Func<TcpClient, TcpClient, CancellationToken, Task> serve;
    private readonly Task accepting;

    /// <summary>Starts to listen.</summary>
    /// <param name="database">The database behind the network.</param>
    /// <param name="serve">Carries bytes between a client and the server until one of them ends.</param>
    public Relay(TestDatabase database, Func<TcpClient, TcpClient, CancellationToken, Task> serve)
    {
        (target, this.serve) = (database.Builder, serve);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>The way to the database through this network.</summary>
    public NpgsqlConnectionStringBuilder Address => new(target.ConnectionString)
    {
        Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port, SslMode = SslMode.Disable,
    };

    public async ValueTask DisposeAsync()
    {
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
            (client.NoDelay, server.NoDelay) = (true, true);
            await serve(client, server, stop.Token);
        }
    }
}
