using System.Text.RegularExpressions;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Importing;

/// <summary>What the readers of all formats share: the options, and everything that they find wrong.</summary>
internal sealed partial class ImportReading(ImportOptions options)
{
    /// <summary>What keeps the folder from being imported.</summary>
    public List<Diagnostic> Problems { get; } = [];

    /// <summary>What was left out.</summary>
    public List<Diagnostic> Warnings { get; } = [];

    /// <summary>The options.</summary>
    public ImportOptions Options => options;

    /// <summary>The section that a text makes; empty, with a problem, where it makes none.</summary>
    public ImportedSection Section(
        string path, string text, int firstLine = 1, bool noTransaction = false, Func<string, bool>? drops = null)
    {
        try
        {
            return new SectionConverter(path, text, firstLine) { NoTransaction = noTransaction, Drops = drops ?? (_ => false) }.Convert();
        }
        catch (DiagnosticException e)
        {
            Problems.AddRange(e.Diagnostics);
            return ImportedSection.Empty;
        }
    }

    /// <summary>The text with the values of its <c>${placeholders}</c>.</summary>
    public string Fill(SourceText file) => Placeholder().Replace(file.Text, match =>
    {
        var name = match.Groups[1].Value;
        if (options.Placeholders.TryGetValue(name, out var value))
        {
            return value;
        }

        var before = file.Text.AsSpan(0, match.Index);
        Problems.Add(ImportProblems.Placeholder(new SourceLocation(file.Path, before.Count('\n') + 1, match.Index - before.LastIndexOf('\n')), name));
        return match.Value;
    });

    /// <summary>A migration of a file with a version.</summary>
    public static ImportedMigration Migration(SourceText file, string name, VersionNumber? version, string message) => new()
    {
        Revision = RevisionId.New(name),
        Message = Message(message, version?.Text ?? name),
        Source = new SourceLocation(file.Path),
        Name = name,
        Version = version,
        Created = version is null ? null : Time(version.Text),
    };

    /// <summary>The migrations in the order of their versions; every version that is there twice is a problem.</summary>
    public IReadOnlyList<ImportedMigration> Sorted(IEnumerable<ImportedMigration> migrations)
    {
        ImportedMigration[] sorted = [.. migrations.OrderBy(m => m.Version).ThenBy(m => m.Name, StringComparer.Ordinal)];
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Version is { } version && version.Equals(sorted[i - 1].Version))
            {
                Problems.Add(ImportProblems.Duplicate(version.Text, sorted[i].Source.Path, sorted[i - 1].Source.Path));
            }
        }

        return sorted;
    }

    private static string Message(string text, string otherwise)
    {
        var words = string.Join(' ', text.Split(['_', '-', ' ', '.'], StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? otherwise : words;
    }

    // 20240131154500 is a time for every tool that begins names so.
    private static DateTimeOffset? Time(string version) => DateTimeOffset.TryParseExact(
        version, "yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture,
        System.Globalization.DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    [GeneratedRegex(@"\$\{([^}\n]+)\}")]
    private static partial Regex Placeholder();
}
