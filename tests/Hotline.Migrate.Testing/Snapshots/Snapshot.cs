using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace Hotline.Migrate.Testing;

/// <summary>Golden files: what a test produced against what <c>Snapshots/Class.Method[.variant].extension</c> holds.</summary>
/// <remarks>
/// A missing file fails, too. <c>SNAPSHOT_ACCEPT=1</c> in the environment writes what was produced.
/// The caller's path serves for the class name alone: in a deterministic build it is no path of this machine.
/// </remarks>
public static class Snapshot
{
    /// <summary>Fails with a line diff when <paramref name="actual"/> is not what the golden file holds.</summary>
    public static void Match(
        string actual,
        string extension = "txt",
        string? variant = null,
        [CallerFilePath] string file = "",
        [CallerMemberName] string member = "")
    {
        var project = Project(Assembly.GetCallingAssembly());
        var name = $"{Path.GetFileNameWithoutExtension(file)}.{member}{(variant is null ? "" : "." + variant)}.{extension}";
        var path = Path.Combine(project, "Snapshots", name);
        var produced = Normalize(actual);

        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, produced);
            return;
        }

        if (!File.Exists(path))
        {
            Assert.Fail($"There is no golden file Snapshots/{name}. Set SNAPSHOT_ACCEPT=1 to accept this:\n{produced}");
        }

        var expected = Normalize(File.ReadAllText(path));
        if (expected != produced)
        {
            Assert.Fail($"Snapshots/{name} differs (- expected, + actual):\n{LineDiff.Of(expected, produced)}");
        }
    }

    private static string Project(Assembly assembly) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "ProjectDirectory").Value!;

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
