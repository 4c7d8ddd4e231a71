using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.LocalServers;

namespace Hotline.Migrate.Engine.Tests.LocalServers;

public sealed class ClusterFailureTests : IDisposable
{
    private readonly TestDirectory directory = new("cluster failure");

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task What_initdb_says_is_quoted_and_the_password_file_goes()
    {
        FakeInstallation.Binaries(directory, "bin", "16.4");
        FakeInstallation.Program(directory, "bin/initdb", "echo 'initdb: no space left' >&2; exit 1");

        var diagnostic = await StartAsync();

        Assert.Equal(DiagnosticCodes.ClusterNotCreated, diagnostic.Code);
        Assert.Equal("initdb: no space left", diagnostic.Why);
        Assert.False(File.Exists(directory["pg/cluster/password"]));
    }

    [Fact]
    public async Task The_end_of_the_servers_log_is_quoted()
    {
        FakeInstallation.Binaries(directory, "bin", "16.4");
        FakeInstallation.Program(directory, "bin/initdb", "mkdir \"$PGDATA\" && echo 16 > \"$PGDATA/PG_VERSION\"");
        FakeInstallation.Program(directory, "bin/pg_ctl", "echo 'FATAL: not enough memory' > server.log; exit 1");

        var diagnostic = await StartAsync();

        Assert.Equal(DiagnosticCodes.LocalServerNotStarted, diagnostic.Code);
        Assert.Equal("FATAL: not enough memory", diagnostic.Why);
    }

    [Fact]
    public async Task A_system_without_the_locale_gets_a_plain_one()
    {
        FakeInstallation.Binaries(directory, "bin", "16.4");
        FakeInstallation.Program(
            directory,
            "bin/initdb",
            "case \"$*\" in *C.UTF-8*) echo 'invalid locale name \"C.UTF-8\"' >&2; exit 1;; esac; mkdir \"$PGDATA\"; echo \"$*\" > \"$PGDATA/arguments\"");
        FakeInstallation.Program(directory, "bin/pg_ctl", "exit 1");

        await StartAsync();

        Assert.Contains("--locale=C ", await File.ReadAllTextAsync(directory["pg/cluster/data/arguments"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<Diagnostic> StartAsync()
    {
        var options = new LocalServerOptions { Variables = new Dictionary<string, string> { ["PGBIN"] = directory["bin"] } };
        var exception = await Assert.ThrowsAsync<DiagnosticException>(
            () => LocalServer.StartAsync(directory["pg"], options, TestContext.Current.CancellationToken));
        return exception.Diagnostics[0];
    }
}
