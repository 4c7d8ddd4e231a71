using Hotline.Migrate.LocalServers;

namespace Hotline.Migrate.Engine.Tests.LocalServers;

public sealed class LocalServerTests
{
    [Fact]
    public async Task A_server_starts_once_and_stops()
    {
        var ct = TestContext.Current.CancellationToken;
        using var directory = new TestDirectory();

        var first = await LocalServer.StartAsync(directory["pg"], new LocalServerOptions(), ct);
        var second = await LocalServer.StartAsync(directory["pg"], new LocalServerOptions(), ct);
        Assert.Equal(first, second);
        Assert.True(await LocalServer.StopAsync(directory["pg"], ct));
        Assert.False(await LocalServer.StopAsync(directory["pg"], ct));
    }
}
