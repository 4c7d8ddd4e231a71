using System.Net.Sockets;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Networks;

/// <summary>A network between client and server that loses what one of them says, and the connection with it.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private static readonly TimeSpan TimeForTheServer = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan While = TimeSpan.FromMilliseconds(200);

    private readonly Relay relay;
    private readonly Lock counting = new();
    private int cutAnswers;
    private int cutRequests;
    private int? left;
    private NetworkFault fault;
    private volatile bool swallows;

    /// <summary>Listens in front of a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="patience">How many seconds the client waits for a connection.</param>
    public CuttingProxy(TestDatabase database, int patience = 15)
    {
        relay = new Relay(database, ServeAsync);
        DataSource = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(relay.Address.ConnectionString) { Pooling = false, Timeout = patience });
    }

    public NpgsqlDataSource DataSource { get; }

    /// <summary>How long some of what comes through is held up, at most.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Loses the server's next answer: the server does what it was asked to.</summary>
    public void CutNextAnswer() => Interlocked.Exchange(ref cutAnswers, 1);

    /// <summary>Loses the client's next request: the server never hears of it.</summary>
    public void CutNextRequest() => Interlocked.Exchange(ref cutRequests, 1);

    /// <summary>Lets so many bytes through, whoever says them; behind them the connection that is at it has <paramref name="what"/>.</summary>
    public void CutAfter(int bytes, NetworkFault what)
    {
        lock (counting)
        {
            (left, fault) = (bytes, what);
        }
    }

    /// <summary>Lets everything through.</summary>
    public void Mend()
    {
        lock (counting)
        {
            left = null;
        }
    }

    /// <summary>Lets nothing through any more, and tells nobody: a firewall that forgot, a cable that was pulled.</summary>
    public void Swallow() => swallows = true;

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await relay.DisposeAsync();
    }

    private async Task ServeAsync(TcpClient client, TcpClient server, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var requests = PumpAsync(client.GetStream(), server.GetStream(), () => Interlocked.Exchange(ref cutRequests, 0) == 1, end.Token);
        var answers = PumpAsync(server.GetStream(), client.GetStream(), () => Interlocked.Exchange(ref cutAnswers, 0) == 1, end.Token);
        var ended = await Task.WhenAny(requests, answers);
        await end.CancelAsync();
        var faults = await Task.WhenAll(requests, answers);
        await EndAsync(client, server, ended == requests ? faults[0] : faults[1]);
    }

    private static async Task EndAsync(TcpClient client, TcpClient server, NetworkFault? what)
    {
        if (what is null or NetworkFault.Close)
        {
            return;
        }

        if (what is NetworkFault.Stall)
        {
            await Task.Delay(While, CancellationToken.None);
        }

        client.LingerState = new LingerOption(true, 0);
        client.Close();
        if (what is NetworkFault.HalfOpen)
        {
            await Task.Delay(While, CancellationToken.None);
        }
        else
        {
            server.LingerState = new LingerOption(true, 0);
        }
    }

    private async Task<NetworkFault?> PumpAsync(NetworkStream from, NetworkStream to, Func<bool> isCut, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        try
        {
            int length;
            while ((length = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (swallows)
                {
                    continue;
                }

                if (isCut())
                {
                    await Task.Delay(TimeForTheServer, cancellationToken);
                    return null;
                }

                if (Delay > TimeSpan.Zero && Random.Shared.Next(8) == 0)
                {
                    await Task.Delay(Random.Shared.Next((int)Delay.TotalMilliseconds), cancellationToken);
                }

                var (through, what) = Count(length);
                await to.WriteAsync(buffer.AsMemory(0, through), cancellationToken);
                if (what is not null)
                {
                    return what;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // One side is gone; so is the other.
        }

        return null;
    }

    private (int Through, NetworkFault? Fault) Count(int length)
    {
        lock (counting)
        {
            if (left is null)
            {
                return (length, null);
            }

            if (left > length)
            {
                left -= length;
                return (length, null);
            }

            var through = left.Value;
            left = null;
            return (through, fault);
        }
    }
}
