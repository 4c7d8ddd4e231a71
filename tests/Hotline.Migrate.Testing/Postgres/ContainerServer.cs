using Testcontainers.PostgreSql;

namespace Hotline.Migrate.Testing;

/// <summary>A server in a container, where Docker is all there is.</summary>
internal sealed class ContainerServer : IServerSource
{
    private readonly PostgreSqlContainer container;

    private ContainerServer(PostgreSqlContainer container) => this.container = container;

    public string ConnectionString => container.GetConnectionString();

    /// <summary>Whether a Docker engine is likely to be there: its client alone is not enough.</summary>
    public static bool IsPossible() =>
        Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 }
        || File.Exists("/var/run/docker.sock")
        || (OperatingSystem.IsWindows() && File.Exists(@"\\.\pipe\docker_engine"));

    public static async Task<ContainerServer> FindAsync(CancellationToken cancellationToken)
    {
        var container = new PostgreSqlBuilder("postgres:18").Build();
        try
        {
            await container.StartAsync(cancellationToken);
            return new ContainerServer(container);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await container.DisposeAsync();
            throw new ServerUnavailableException($"No PostgreSQL could be started in a container: {exception.Message}");
        }
    }

    public ValueTask DisposeAsync() => container.DisposeAsync();
}
