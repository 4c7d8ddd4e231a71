using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Tool.Printing;

/// <summary>Shows paths as they are typed from the current folder.</summary>
internal static class Paths
{
    /// <summary>The path relative to the current folder when it lies in it.</summary>
    public static string ForDisplay(string path)
    {
        if (!Path.IsPathRooted(path))
        {
            return path;
        }

        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>The place with its path relative to the current folder when it lies in it.</summary>
    public static SourceLocation ForDisplay(SourceLocation where) => where with { Path = ForDisplay(where.Path) };
}
