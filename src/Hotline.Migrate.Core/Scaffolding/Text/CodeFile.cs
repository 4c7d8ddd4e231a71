namespace Hotline.Migrate.Scaffolding.Text;

/// <summary>Writes a C# file.</summary>
internal static class CodeFile
{
    /// <summary>The text: usings, namespace, lines.</summary>
    public static string Of(IEnumerable<string> usings, string? space, IEnumerable<string> lines)
    {
        var sorted = usings.Distinct(StringComparer.Ordinal)
            .OrderBy(u => u == "System" || u.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(u => u, StringComparer.Ordinal)
            .Select(u => $"using {u};")
            .ToArray();
        IEnumerable<string> head = [.. sorted, .. sorted.Length > 0 ? [""] : Array.Empty<string>(), .. space is null ? [] : new[] { $"namespace {space};", "" }];
        return string.Join('\n', head.Concat(lines)) + "\n";
    }
}
