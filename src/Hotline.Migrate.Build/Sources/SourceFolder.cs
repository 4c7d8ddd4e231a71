namespace Hotline.Migrate.Build.Sources;

/// <summary>The C# files below a project's folder.</summary>
internal static class SourceFolder
{
    private static readonly EnumerationOptions Options = new() { IgnoreInaccessible = true };

    /// <summary>The files; what the build makes is left out.</summary>
    public static IEnumerable<string> Files(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", Options))
        {
            yield return file;
        }

        foreach (var child in Directory.EnumerateDirectories(folder, "*", Options))
        {
            if (Path.GetFileName(child) is "bin" or "obj" or "artifacts" or "node_modules" || Path.GetFileName(child).StartsWith('.'))
            {
                continue;
            }

            foreach (var file in Files(child))
            {
                yield return file;
            }
        }
    }
}
