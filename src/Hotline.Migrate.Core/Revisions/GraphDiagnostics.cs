using System.Globalization;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Revisions;

/// <summary>How revisions are named in messages.</summary>
internal static class GraphDiagnostics
{
    /// <summary>Nobody reads more ids than this in a sentence.</summary>
    private const int Most = 12;

    public static Diagnostic About(RevisionNode node, string code, string summary, params IReadOnlyList<string> actions) => new()
    {
        Code = code,
        Summary = summary,
        Where = node.Path is { } path ? new SourceLocation(path) : null,
        NextActions = actions,
    };

    public static Diagnostic About(IEnumerable<RevisionNode> nodes, string code, string summary, params IReadOnlyList<string> actions) =>
        About(nodes.FirstOrDefault(n => n.Path is not null) ?? nodes.First(), code, summary, actions);

    /// <summary><c>id (file)</c></summary>
    public static string Name(RevisionNode node) => node.Path is { } path ? $"{node.Id} ({FileName(path)})" : node.Id;

    /// <summary><c>a (file), b (file) and c (file)</c></summary>
    public static string Names(IEnumerable<RevisionNode> nodes) => List(nodes.Select(Name));

    /// <summary>The files alone.</summary>
    public static string Files(IEnumerable<RevisionNode> nodes) => List(nodes.Select(n => n.Path ?? "(in the database only)"));

    /// <summary><c>a, b and c</c></summary>
    public static string List(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all switch
        {
            [] => "none",
            [var one] => one,
            { Length: > Most } => $"{string.Join(", ", all.Take(Most))} and {(all.Length - Most).ToString(CultureInfo.InvariantCulture)} more",
            [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
        };
    }

    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
