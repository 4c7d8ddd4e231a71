namespace Hotline.Migrate.Engine.Tests.LocalServers;

public sealed class PostgresServerTests(PostgresServer server)
{
    [Fact]
    public async Task Each_test_gets_an_empty_database_of_its_own()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var first = await server.CreateDatabaseAsync(ct);
        await using var second = await server.CreateDatabaseAsync(ct);

        await first.ExecuteAsync("CREATE TABLE calls (id int)", ct);

        Assert.NotEqual(first.Name, second.Name);
        Assert.Equal(0L, await second.ScalarAsync<long>("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", ct));
        Assert.Equal(second.Name, await second.ScalarAsync<string>("SELECT current_database()", ct));
    }

    [Fact]
    public async Task A_database_goes_with_the_connections_that_are_still_open()
    {
        var ct = TestContext.Current.CancellationToken;
        string name;
        await using (var database = await server.CreateDatabaseAsync(ct))
        {
            name = database.Name;
            await database.DataSource.OpenConnectionAsync(ct);
        }

        await using var other = await server.CreateDatabaseAsync(ct);
        Assert.False(await other.ScalarAsync<bool>($"SELECT EXISTS (SELECT FROM pg_database WHERE datname = '{name}')", ct));
    }
}
