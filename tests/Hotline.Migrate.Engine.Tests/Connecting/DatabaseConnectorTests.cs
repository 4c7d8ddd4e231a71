using System.Net;
using System.Net.Sockets;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Connecting;

public sealed class DatabaseConnectorTests(PostgresServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connections_have_no_pool_no_time_limit_and_a_name()
    {
        await using var database = await server.CreateDatabaseAsync(Ct);

        await using var source = await DatabaseConnector.OpenAsync(Settings(database.Url), Ct);

        var text = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        Assert.Equal((false, 0), (text.Pooling, text.CommandTimeout));
        await using var command = source.CreateCommand("SELECT current_database() || ' ' || current_setting('application_name')");
        Assert.Equal($"{database.Name} hotline-migrate", await command.ExecuteScalarAsync(Ct));
    }

    [Fact]
    public async Task A_wrong_password_is_said_without_the_password()
    {
        await using var database = await server.CreateDatabaseAsync(Ct);
        database.Builder.Password = "wr0ng secret";

        var diagnostic = await FailureAsync(database.ConnectionString);

        Assert.Equal(DiagnosticCodes.AuthenticationFailed, diagnostic.Code);
        Assert.Equal("28P01", diagnostic.SqlState);
        Assert.Contains(":***@", diagnostic.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_is_missing_is_said()
    {
        await using var database = await server.CreateDatabaseAsync(Ct);
        database.Builder.Password = null;
        database.Builder.Passfile = "/dev/null";

        var diagnostic = await FailureAsync(database.ConnectionString);

        Assert.Equal(DiagnosticCodes.AuthenticationFailed, diagnostic.Code);
        Assert.Contains("there is none", diagnostic.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_database_leads_to_init()
    {
        await using var database = await server.CreateDatabaseAsync(Ct);
        database.Builder.Database = "no such one";

        var diagnostic = await FailureAsync(database.ConnectionString);

        Assert.Equal(DiagnosticCodes.DatabaseMissing, diagnostic.Code);
        Assert.Equal("The database no such one does not exist.", diagnostic.Summary);
        Assert.Contains("dotnet hotline-migrate init", diagnostic.NextActions[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_port_is_said_with_the_address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var diagnostic = await FailureAsync($"postgresql://u:s3cret@127.0.0.1:{port}/d");

        Assert.Equal(DiagnosticCodes.ServerUnreachable, diagnostic.Code);
        Assert.Equal($"Nothing answers at 127.0.0.1:{port}.", diagnostic.Summary);
    }

    [Fact]
    public async Task Of_several_hosts_that_are_all_closed_the_failure_is_the_same()
    {
        var diagnostic = await FailureAsync("postgresql://u:s3cret@127.0.0.1:1,127.0.0.1:2/d");

        Assert.Equal(DiagnosticCodes.ServerUnreachable, diagnostic.Code);
    }

    [Fact]
    public async Task A_socket_folder_without_a_server_is_unreachable()
    {
        using var directory = new TestDirectory();

        var diagnostic = await FailureAsync($"host='{directory.Path}' dbname=d user=u password=s3cret");

        Assert.Equal(DiagnosticCodes.ServerUnreachable, diagnostic.Code);
    }

    [Fact]
    public async Task A_name_that_no_server_has_is_said()
    {
        var diagnostic = await FailureAsync("postgresql://u:s3cret@no-such-host.invalid/d");

        Assert.Equal(DiagnosticCodes.HostUnknown, diagnostic.Code);
        Assert.Contains("no-such-host.invalid", diagnostic.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Encryption_that_the_server_does_not_offer_is_said()
    {
        await using var database = await server.CreateDatabaseAsync(Ct);
        Assert.SkipWhen(await database.ScalarAsync<string>("SHOW ssl", Ct) == "on", "This server offers encryption.");

        var diagnostic = await FailureAsync(database.Url + "?sslmode=require");

        Assert.Equal(DiagnosticCodes.EncryptionFailed, diagnostic.Code);
    }

    [Fact]
    public async Task A_root_certificate_that_is_not_there_is_said()
    {
        await using var database = await server.CreateDatabaseAsync(Ct);

        var diagnostic = await FailureAsync(database.Url + "?sslmode=verify-full&sslrootcert=/no/such.pem");

        Assert.Equal(DiagnosticCodes.EncryptionFailed, diagnostic.Code);
    }

    [Fact]
    public async Task Something_that_is_no_PostgreSQL_is_said()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var answer = Task.Run(
            async () =>
            {
                using var client = await listener.AcceptTcpClientAsync(Ct);
                await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), Ct);
                await client.GetStream().ReadAtLeastAsync(new byte[8], 8, throwOnEndOfStream: false, Ct);
            },
            Ct);

        var diagnostic = await FailureAsync($"postgresql://u:s3cret@127.0.0.1:{port}/d?sslmode=disable&gssencmode=disable");
        await answer;

        Assert.Equal(DiagnosticCodes.ConnectionFailed, diagnostic.Code);
    }

    [Fact]
    public async Task A_missing_database_is_created_once()
    {
        await using var database = await server.CreateDatabaseAsync(Ct);
        var settings = Settings(database.Url).WithDatabase($"{database.Name} \"new\"");
        try
        {
            var created = await Task.WhenAll(
                Enumerable.Range(0, 4).Select(_ => DatabaseConnector.CreateDatabaseIfMissingAsync(settings, Ct)));

            Assert.Single(created, c => c);
            await using var source = await DatabaseConnector.OpenAsync(settings, Ct);
            Assert.False(await DatabaseConnector.CreateDatabaseIfMissingAsync(settings, Ct));
        }
        finally
        {
            await database.ExecuteAsync($"DROP DATABASE IF EXISTS \"{database.Name} \"\"new\"\"\" WITH (FORCE)", CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_user_that_may_not_create_databases_is_told_who_can()
    {
        await using var database = await server.CreateDatabaseAsync(Ct);
        var role = database.Name + "_plain";
        await database.ExecuteAsync($"CREATE ROLE {role} LOGIN PASSWORD 's3cret'", Ct);
        try
        {
            database.Builder.Username = role;
            database.Builder.Password = "s3cret";
            var settings = Settings(database.ConnectionString).WithDatabase("missing_" + database.Name);

            var exception = await Assert.ThrowsAsync<DiagnosticException>(() => DatabaseConnector.CreateDatabaseIfMissingAsync(settings, Ct));

            Assert.Equal(DiagnosticCodes.DatabaseNotCreated, exception.Diagnostics[0].Code);
            Assert.Equal("42501", exception.Diagnostics[0].SqlState);
            Assert.Contains($"CREATE DATABASE \"missing_{database.Name}\"", exception.Diagnostics[0].NextActions[0], StringComparison.Ordinal);
        }
        finally
        {
            await database.ExecuteAsync($"DROP ROLE {role}", CancellationToken.None);
        }
    }

    private static ConnectionSettings Settings(string text) =>
        ConnectionSettings.Parse(text, new ConnectionOrigin("--url"), Surroundings.With());

    private static async Task<Diagnostic> FailureAsync(string text)
    {
        var exception = await Assert.ThrowsAsync<DiagnosticException>(() => DatabaseConnector.OpenAsync(Settings(text), Ct));

        Assert.Equal(FailureKind.Usage, exception.Kind);
        Assert.DoesNotContain("s3cret", exception.ToString() + exception.Diagnostics[0], StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng", exception.ToString() + exception.Diagnostics[0], StringComparison.Ordinal);
        Assert.NotEmpty(exception.Diagnostics[0].NextActions);
        return exception.Diagnostics[0];
    }
}
