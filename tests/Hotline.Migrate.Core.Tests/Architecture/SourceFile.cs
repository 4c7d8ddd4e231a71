using System.Text.RegularExpressions;

namespace Hotline.Migrate.Core.Tests.Architecture;

/// <summary>A C# file under <c>src</c>.</summary>
internal sealed partial record SourceFile(string Project, string Folder, string Name, string[] Lines)
{
    /// <summary>Every hand-written C# file of the product.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Path.Combine(RepositoryRoot.Path, "src"), path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(
                path.Split('/')[0],
                string.Join('/', path.Split('/')[1..^1]),
                Path.GetFileNameWithoutExtension(path),
                File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "src", path)))),
    ];

    /// <summary>The file as messages name it.</summary>
    public string Location => string.Join('/', new[] { Project, Folder, Name + ".cs" }.Where(part => part.Length > 0));

    /// <summary>The file-scoped namespace.</summary>
    public string? Namespace => Lines.Select(line => NamespaceLine().Match(line)).FirstOrDefault(m => m.Success)?.Groups[1].Value;

    /// <summary>The namespaces of the product that the file uses.</summary>
    public IEnumerable<string> Usings => Lines.Select(line => UsingLine().Match(line)).Where(m => m.Success).Select(m => m.Groups[1].Value);

    /// <summary>The types declared at the top level.</summary>
    public IEnumerable<string> Types => Lines.Select(line => TypeLine().Match(line)).Where(m => m.Success).Select(m => m.Groups["name"].Value);

    /// <summary>The declarations of classes and records that are neither sealed, abstract nor static.</summary>
    public IEnumerable<string> OpenClasses => Lines.Where(line => OpenClassLine().IsMatch(line));

    [GeneratedRegex(@"^namespace ([\w.]+);")]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using (?:static )?(Hotline\.[\w.]+);")]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"^(?:public|internal) (?:(?:sealed|abstract|static|partial|readonly|ref|unsafe|record|file) )*(?:class|struct|interface|enum|record|delegate)\b ?(?:class |struct )?(?<name>\w+)")]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^\s*(?:public|internal|private|protected)(?: partial)* (?:class|record(?! struct)) \w+")]
    private static partial Regex OpenClassLine();
}
