using Hotline.Migrate.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>Recognises the files of the schema folder among the additional files. What is in them, the build reads.</summary>
internal static class SqlFileReader
{
    private const string Mark = "build_metadata.AdditionalFiles.HotlineMigrateSchema";
    private const string ProjectFolder = "build_property.ProjectDir";

    /// <summary>The file, or <c>null</c> when it is none of ours.</summary>
    public static SqlFile? Read(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        if (!options.GetOptions(file).TryGetValue(Mark, out var mark)
            || !mark.Equals("true", StringComparison.OrdinalIgnoreCase)
            || file.GetText(cancellationToken) is not { } text)
        {
            return null;
        }

        options.GlobalOptions.TryGetValue(ProjectFolder, out var folder);
        return new SqlFile(
            RelativePath(file.Path.Replace('\\', '/'), (folder ?? "").Replace('\\', '/').TrimEnd('/') + "/"),
            text.ToString().Replace("\r\n", "\n").Replace('\r', '\n'));
    }

    private static string RelativePath(string path, string folder)
    {
        var common = 0;
        for (var i = 0; i < Math.Min(path.Length, folder.Length) && path[i] == folder[i]; i++)
        {
            common = path[i] == '/' ? i + 1 : common;
        }

        // A file of another drive or of a project that does not say where it is keeps its path.
        return common <= 1
            ? path
            : string.Concat(Enumerable.Repeat("../", folder.Substring(common).Count(c => c == '/'))) + path.Substring(common);
    }
}
