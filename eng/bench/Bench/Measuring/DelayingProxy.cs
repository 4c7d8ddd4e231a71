using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Hotline.Migrate.Bench.Measuring;

/// <summary>A network that takes its time: passes bytes on, those of the server late by the length of a round trip.</summary>
internal sealed class DelayingProxy : IDisposable
{
    private const int ChunkSize = 64 * 1024;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TimeSpan roundTrip;
    private readonly int server;

    public DelayingProxy(int server, TimeSpan roundTrip)
    {
        this.server = server;
        this.roundTrip = roundTrip;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        StartThread(Accept);
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    public void Dispose() => listener.Dispose();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var client = listener.AcceptSocket();
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                client.NoDelay = true;
                server.Connect(IPAddress.Loopback, this.server);
                Pass(client, server, TimeSpan.Zero);
                Pass(server, client, roundTrip);
            }
        }
        catch (SocketException)
        {
            // The listener was closed: the benchmark is over.
        }
    }

    // Threads that sleep: timers of the runtime are too coarse for milliseconds.
    private static void Pass(Socket from, Socket to, TimeSpan delay)
    {
        var chunks = new BlockingCollection<(byte[] Bytes, long Due)>();
        StartThread(() =>
        {
            try
            {
                var buffer = new byte[ChunkSize];
                while (from.Receive(buffer) is > 0 and var count)
                {
                    chunks.Add((buffer[..count], Stopwatch.GetTimestamp() + (long)(delay.TotalSeconds * Stopwatch.Frequency)));
                }
            }
            catch (SocketException)
            {
                // One side has gone; the other is told below.
            }

            chunks.CompleteAdding();
        });
        StartThread(() =>
        {
            try
            {
                foreach (var (bytes, due) in chunks.GetConsumingEnumerable())
                {
                    while (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } rest)
                    {
                        Thread.Sleep(rest.TotalMilliseconds >= 1 ? (int)rest.TotalMilliseconds : 0);
                    }

                    to.Send(bytes);
                }

                to.Shutdown(SocketShutdown.Send);
            }
            catch (SocketException)
            {
                from.Close();
            }
        });
    }

    private static void StartThread(Action run) => new Thread(() => run()) { IsBackground = true }.Start();
}
