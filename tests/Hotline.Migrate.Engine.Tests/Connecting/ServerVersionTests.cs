using System.Net.Sockets;
using System.Text;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Engine.Tests.Networks;
using Hotline.Migrate.Inspecting;

namespace Hotline.Migrate.Engine.Tests.Connecting;

/// <summary>Servers that are older or newer than those that are known, made of one that is there by what it says of itself.</summary>
public sealed class ServerVersionTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_is_too_old_is_refused_with_both_versions()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var relay = new Relay(database, (client, real, end) => PretendAsync(client, real, "13", end));

        var refusal = await Assert.ThrowsAsync<DiagnosticException>(() => DatabaseConnector.OpenAsync(Settings(relay), CancellationToken));

        var diagnostic = Assert.Single(refusal.Diagnostics);
        Assert.Equal((FailureKind.Usage, "HM0365"), (refusal.Kind, diagnostic.Code));
        Assert.Matches(@"^The server is PostgreSQL 13\.\d+; the oldest supported version is 14\.$", diagnostic.Summary);
        Assert.NotEmpty(diagnostic.NextActions);
    }

    [Fact]
    public async Task A_server_that_is_newer_than_known_is_connected_to_and_told_where_its_catalogs_are_others()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE t (id int)", CancellationToken);
        await using var relay = new Relay(database, (client, real, end) => PretendAsync(client, real, "19", end));
        await using var source = await DatabaseConnector.OpenAsync(Settings(relay), CancellationToken);
        await using var connection = await source.OpenConnectionAsync(CancellationToken);

        // A server whose catalogs are as those of 18 is read; an older one in its place lacks columns.
        if ((await server.GetVersionAsync(CancellationToken)).Major == DatabaseConnector.NewestMajor)
        {
            Assert.Single((await DatabaseInspector.InspectAsync(connection, CancellationToken)).Tables);
            return;
        }

        var refusal = await Assert.ThrowsAsync<DiagnosticException>(() => DatabaseInspector.InspectAsync(connection, CancellationToken));

        var diagnostic = Assert.Single(refusal.Diagnostics);
        Assert.Equal((FailureKind.Usage, "HM0368"), (refusal.Kind, diagnostic.Code));
        Assert.Matches(@"^The server is PostgreSQL 19\.\d+, whose schema cannot be read: ", diagnostic.Summary);
        Assert.Contains("PostgreSQL 14 to 18", diagnostic.Why, StringComparison.Ordinal);
    }

    private static ConnectionSettings Settings(Relay relay) =>
        ConnectionSettings.Parse(relay.Address.ConnectionString, new ConnectionOrigin("the test"));

    // ParameterStatus: the name, a NUL and the value, which begins with two digits in every version that there is.
    private static async Task PretendAsync(TcpClient client, TcpClient real, string major, CancellationToken end)
    {
        var parameter = Encoding.ASCII.GetBytes("server_version\0");
        var sending = client.GetStream().CopyToAsync(real.GetStream(), end);
        var buffer = new byte[64 * 1024];
        try
        {
            for (int length; (length = await real.GetStream().ReadAsync(buffer, end)) > 0;)
            {
                var at = buffer.AsSpan(0, length).IndexOf(parameter);
                if (at >= 0)
                {
                    Encoding.ASCII.GetBytes(major).CopyTo(buffer, at + parameter.Length);
                }

                await client.GetStream().WriteAsync(buffer.AsMemory(0, length), end);
            }

            client.Client.Shutdown(SocketShutdown.Send);
            await sending;
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }
}
