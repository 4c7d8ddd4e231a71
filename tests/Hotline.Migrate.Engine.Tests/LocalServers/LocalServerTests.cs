using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.LocalServers;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.LocalServers;

public sealed class LocalServerTests : IAsyncLifetime
{
    private readonly TestDirectory directory = new("local server");

    private string Folder => directory["pg"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var options = new LocalServerOptions();
        if (await LocalServer.FindBinariesAsync(directory.Path, options, Ct) is null
            && options.Search(directory.Path).ProgramOnPath("npm") is null)
        {
            Assert.Skip("There are no PostgreSQL binaries here, and no npm.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await LocalServer.DeleteAsync(Folder, CancellationToken.None);
        directory.Dispose();
    }

    [Fact]
    public async Task A_server_starts_once_keeps_its_url_and_its_data_and_stops()
    {
        Assert.Equal(new LocalServerStatus(Exists: false, Server: null), await LocalServer.StatusAsync(Folder, Ct));

        var first = await StartAsync();
        Assert.Equal(first, await StartAsync());
        Assert.Equal(first, (await LocalServer.StatusAsync(Folder, Ct)).Server);
        await ExecuteAsync(first, "CREATE TABLE calls (id int)");

        Assert.True(await LocalServer.StopAsync(Folder, Ct));
        Assert.False(await LocalServer.StopAsync(Folder, Ct));
        Assert.Equal(new LocalServerStatus(Exists: true, Server: null), await LocalServer.StatusAsync(Folder, Ct));

        var second = await StartAsync();
        Assert.Equal(first.Url, second.Url);
        await ExecuteAsync(second, "SELECT FROM calls");
    }

    [Fact]
    public async Task A_reset_empties_the_cluster_and_keeps_the_url()
    {
        var before = await StartAsync();
        await ExecuteAsync(before, "CREATE TABLE calls (id int)");

        var after = await LocalServer.ResetAsync(Folder, new LocalServerOptions(), Ct);

        Assert.Equal(before.Url, after.Url);
        await ExecuteAsync(after, "CREATE TABLE calls (id int)");
    }

    [Fact]
    public async Task Starts_at_the_same_time_give_one_server()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(StartAsync, Ct)));

        Assert.Single(servers.Distinct());
    }

    [Fact]
    public async Task The_server_is_local_speaks_UTF8_and_asks_for_its_password()
    {
        var server = await StartAsync();

        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand("""
            SELECT concat_ws(' ', current_setting('listen_addresses'), current_setting('server_encoding'),
                current_setting('unix_socket_directories'), current_setting('fsync'))
            """);
        Assert.Equal("127.0.0.1 UTF8  off", await command.ExecuteScalarAsync(Ct));

        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "wrong", Pooling = false };
        await using var connection = new NpgsqlConnection(wrong.ConnectionString);
        Assert.Equal("28P01", (await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Ct))).SqlState);
        Assert.DoesNotContain(server.Password, server.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_was_killed_starts_again()
    {
        var before = await StartAsync();
        using (var postmaster = Process.GetProcessById(await PostmasterAsync(before)))
        {
            postmaster.Kill();
            await postmaster.WaitForExitAsync(Ct);
        }

        Assert.Null((await LocalServer.StatusAsync(Folder, Ct)).Server);
        var after = await StartAsync();

        await ExecuteAsync(after, "SELECT 1");
        Assert.NotEqual(0, await PostmasterAsync(after));
    }

    [Fact]
    public async Task A_process_number_that_now_belongs_to_another_program_is_no_server()
    {
        var server = await StartAsync();
        var file = Path.Combine(server.DataDirectory, "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(file, Ct);
        await LocalServer.StopAsync(Folder, Ct);

        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(file, lines, Ct);

        Assert.Null((await LocalServer.StatusAsync(Folder, Ct)).Server);
        Assert.False(await LocalServer.StopAsync(Folder, Ct));
        await ExecuteAsync(await StartAsync(), "SELECT 1");
    }

    [Fact]
    public async Task A_port_that_was_taken_meanwhile_is_replaced()
    {
        var before = await StartAsync();
        await LocalServer.StopAsync(Folder, Ct);

        using var other = new TcpListener(IPAddress.Loopback, before.Port);
        other.Start();
        var after = await StartAsync();

        Assert.NotEqual(before.Port, after.Port);
        await ExecuteAsync(after, "SELECT 1");
    }

    [Fact]
    public async Task A_cluster_that_is_half_made_is_made_anew()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "cluster", "data", "base"));
        await File.WriteAllTextAsync(Path.Combine(Folder, "server.json"), "{", Ct);

        await ExecuteAsync(await StartAsync(), "SELECT 1");
    }

    [Fact]
    public async Task A_folder_that_only_its_owner_may_enter_will_do()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(directory.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var server = await StartAsync();

        await ExecuteAsync(server, "SELECT 1");
        Assert.Equal(!Environment.IsPrivilegedProcess, server.DataDirectory.StartsWith(directory.Path, StringComparison.Ordinal));
        await LocalServer.DeleteAsync(Folder, Ct);
        Assert.False(Directory.Exists(server.DataDirectory));
    }

    [Fact]
    public async Task What_a_foreign_state_file_points_to_is_left_alone()
    {
        var precious = directory.Write("precious/data/PG_VERSION", "15");
        directory.Write("pg/server.json", $$"""
            {"clusterDirectory":"{{directory["precious"]}}","binDirectory":"/","version":"15.1","password":"x","port":1}
            """);

        await LocalServer.DeleteAsync(Folder, Ct);

        Assert.True(File.Exists(precious));
    }

    [Fact]
    public async Task A_cluster_of_another_major_version_is_not_touched()
    {
        var server = await StartAsync();

        var exception = await Assert.ThrowsAsync<DiagnosticException>(
            () => LocalServer.StartAsync(Folder, new LocalServerOptions { Major = server.Version.Major + 1 }, Ct));

        Assert.Equal(DiagnosticCodes.ClusterOfOtherVersion, exception.Diagnostics[0].Code);
        await ExecuteAsync(server, "SELECT 1");
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_folder_is_an_error()
    {
        directory.Write("pg", "");

        var exception = await Assert.ThrowsAsync<DiagnosticException>(StartAsync);

        Assert.Equal(DiagnosticCodes.ServerFolderUnusable, exception.Diagnostics[0].Code);
        File.Delete(Folder);
    }

    private Task<RunningServer> StartAsync() => LocalServer.StartAsync(Folder, new LocalServerOptions(), Ct);

    private static async Task<int> PostmasterAsync(RunningServer server) => int.Parse(
        (await File.ReadAllLinesAsync(Path.Combine(server.DataDirectory, "postmaster.pid"), Ct))[0], CultureInfo.InvariantCulture);

    private static async Task ExecuteAsync(RunningServer server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
