using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Running;

/// <summary>A network between client and server that loses what one of them says, and the connection with it.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private static readonly TimeSpan TimeForTheServer = TimeSpan.FromMilliseconds(500);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly NpgsqlConnectionStringBuilder target;
    private readonly Task accepting;
    private int cutAnswers;
    private int cutRequests;

    public CuttingProxy(TestDatabase database)
    {
        target = database.Builder;
        listener.Start();
        accepting = AcceptAsync();
        DataSource = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port, Pooling = false, SslMode = SslMode.Disable,
        });
    }

    public NpgsqlDataSource DataSource { get; }

    /// <summary>Loses the server's next answer: the server does what it was asked to.</summary>
    public void CutNextAnswer() => Interlocked.Exchange(ref cutAnswers, 1);

    /// <summary>Loses the client's next request: the server never hears of it.</summary>
    public void CutNextRequest() => Interlocked.Exchange(ref cutRequests, 1);

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
            var requests = PumpAsync(client.GetStream(), server.GetStream(), () => Interlocked.Exchange(ref cutRequests, 0) == 1, end.Token);
            var answers = PumpAsync(server.GetStream(), client.GetStream(), () => Interlocked.Exchange(ref cutAnswers, 0) == 1, end.Token);
            await Task.WhenAny(requests, answers);
            await end.CancelAsync();
            await Task.WhenAll(requests, answers);
        }
    }

    private static async Task PumpAsync(NetworkStream from, NetworkStream to, Func<bool> isCut, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        try
        {
            int length;
            while ((length = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (isCut())
                {
                    await Task.Delay(TimeForTheServer, cancellationToken);
                    return;
                }

                await to.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // One side is gone; so is the other.
        }
    }
}
