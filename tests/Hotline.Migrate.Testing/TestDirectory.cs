namespace Hotline.Migrate.Testing;

/// <summary>A folder of a test's own under the system's temporary folder; it goes with all in it.</summary>
public sealed class TestDirectory : IDisposable
{
    public TestDirectory(string name = "test")
    {
        Path = Directory.CreateTempSubdirectory($"hotline migrate {name} ").FullName;
        if (!OperatingSystem.IsWindows())
        {
            // A PostgreSQL that a test starts as another user must get in.
            File.SetUnixFileMode(
                Path,
                File.GetUnixFileMode(Path) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
        }
    }

    /// <summary>The folder. Its name has spaces, so that every test covers them.</summary>
    public string Path { get; }

    /// <summary>The full path of a file or folder in it.</summary>
    public string this[string relativePath] => System.IO.Path.Combine(Path, relativePath);

    /// <summary>Writes a text file (UTF-8 without BOM), making the folders on the way, and gives its path.</summary>
    public string Write(string relativePath, string content)
    {
        var path = this[relativePath];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // The test removed it.
        }
    }
}
