using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;
using Hotline.Migrate.Scaffolding;

namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>Writes a scaffold into a project: all of it or nothing, and nothing over what a person wrote.</summary>
internal static class ScaffoldWriter
{
    private const int Shown = 20;

    /// <summary>What would become of each file.</summary>
    /// <exception cref="DiagnosticException">Files are in the way (HM0560).</exception>
    public static IReadOnlyList<ScaffoldedFile> Plan(string directory, Scaffold scaffold, bool force)
    {
        var record = ScaffoldRecord.Load(directory);
        var planned = new List<ScaffoldedFile>();
        var inTheWay = new List<string>();
        foreach (var file in scaffold.Files)
        {
            var current = Read(directory, file.Path);
            if (current is null)
            {
                planned.Add(new ScaffoldedFile(file.Path, "created"));
            }
            else if (Same(current, file.Text))
            {
                planned.Add(new ScaffoldedFile(file.Path, "same"));
            }
            else
            {
                planned.Add(new ScaffoldedFile(file.Path, "changed"));
                if (!record.Wrote(file.Path, current))
                {
                    inTheWay.Add(file.Path);
                }
            }
        }

        if (inTheWay.Count > 0 && !force)
        {
            throw InTheWay(directory, inTheWay);
        }

        // What was scaffolded before and is no more; an edited file is its author's.
        var written = scaffold.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        planned.AddRange(record.Paths
            .Where(p => !written.Contains(p) && Read(directory, p) is { } text && record.Wrote(p, text))
            .Select(p => new ScaffoldedFile(p, "deleted")));
        return [.. planned.OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>Writes the files and the record of them.</summary>
    /// <exception cref="DiagnosticException">A file cannot be written (HM0220).</exception>
    public static void Write(string directory, Scaffold scaffold, IReadOnlyList<ScaffoldedFile> planned)
    {
        var changes = planned.ToDictionary(f => f.Path, f => f.Change, StringComparer.Ordinal);
        ChangeJournal.Apply(directory,
        [
            .. planned.Where(f => f.Change == "deleted").Select(f => new DeleteFile(f.Path)),
            .. scaffold.Files.Where(f => changes[f.Path] != "same").Select(f => new WriteFile(f.Path, f.Text)),
            new WriteFile(ScaffoldRecord.FilePath, ScaffoldRecord.Text(scaffold.Files.Select(f => (f.Path, f.Text)))),
        ]);
    }

    private static string? Read(string directory, string path) =>
        Path.Combine(directory, path) is var full && File.Exists(full) ? TextFile.Read(full) : null;

    // A checkout may have other line ends.
    private static bool Same(string left, string right) => left.ReplaceLineEndings("\n") == right;

    private static DiagnosticException InTheWay(string directory, List<string> files) => new(FailureKind.Usage, new Diagnostic
    {
        Code = DiagnosticCodes.ScaffoldFileInTheWay,
        Summary = files.Count == 1
            ? $"{files[0]} is there already, and scaffold did not write it, or it was edited since. Nothing was changed."
            : $"{files.Count} files are there already, and scaffold did not write them, or they were edited since. Nothing was changed.",
        Why = files.Count == 1 ? null : string.Join(", ", files.Take(Shown)) + (files.Count > Shown ? ", ..." : ""),
        Where = new SourceLocation(Path.Combine(directory, files[0])),
        NextActions = ["Commit what is there, write over it with --force, and look at the difference.", "Or choose another folder with --output."],
    });
}
