namespace Hotline.Migrate.Engine.Tests.LocalServers;

/// <summary>Folders that look like PostgreSQL's binaries: programs that only tell a version.</summary>
internal static class FakeInstallation
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public static string Binaries(TestDirectory directory, string folder, string version)
    {
        foreach (var name in new[] { "initdb", "pg_ctl", "postgres" })
        {
            Program(directory, $"{folder}/{name}", $"echo '{name} (PostgreSQL) {version} (Test 1)'");
        }

        return directory[folder];
    }

    public static string Program(TestDirectory directory, string path, string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-ins are shell scripts.");
        var full = directory.Write(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(full, Executable);
        }

        return full;
    }
}
