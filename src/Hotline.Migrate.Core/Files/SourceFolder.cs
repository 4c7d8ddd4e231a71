using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Files;

/// <summary>Reads a folder that belongs to another tool.</summary>
public static class SourceFolder
{
    private static readonly string[] Texts = [".sql", ".pgsql", ".py", ".conf"];

    /// <summary>
    /// Every file in it and below, sorted by name; other than SQL, Python and settings they are not read and have no text. Hidden files and
    /// folders, and what Python caches, are left out. A path may name one file, too.
    /// </summary>
    /// <exception cref="DiagnosticException">The folder is missing, or a file cannot be read; all of them at once (HM0218, HM0219).</exception>
    public static IReadOnlyList<SourceText> Read(string path)
    {
        if (File.Exists(path))
        {
            return [Read(path, Path.GetFileName(path))];
        }

        var files = new List<SourceText>();
        var problems = new List<Diagnostic>();
        foreach (var file in Enumerate(path))
        {
            var name = Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/');
            if (name.Split('/').Any(part => part.StartsWith('.') || part == "__pycache__"))
            {
                continue;
            }

            try
            {
                files.Add(Texts.Contains(Path.GetExtension(file).ToLowerInvariant()) ? Read(file, name) : new SourceText(file, name, ""));
            }
            catch (DiagnosticException e)
            {
                problems.AddRange(e.Diagnostics);
            }
        }

        return problems.Count == 0
            ? [.. files.OrderBy(f => f.Name, StringComparer.Ordinal)]
            : throw new DiagnosticException(FailureKind.Usage, problems);
    }

    private static SourceText Read(string path, string name) => new(path, name, TextFile.Read(path).Replace("\r\n", "\n", StringComparison.Ordinal));

    private static string[] Enumerate(string path)
    {
        try
        {
            return Directory.GetFiles(path, "*", SearchOption.AllDirectories);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(
                FailureKind.Usage,
                new Diagnostic
                {
                    Code = DiagnosticCodes.FileUnreadable,
                    Summary = e is DirectoryNotFoundException ? $"There is no folder {path}." : $"The folder {path} cannot be read.",
                    Why = e.Message,
                    Where = new SourceLocation(path),
                    NextActions = ["Name the folder that holds the other tool's migrations."],
                },
                e);
        }
    }
}
