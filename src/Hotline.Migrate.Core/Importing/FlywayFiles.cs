using System.Text.RegularExpressions;
using Hotline.Migrate.Files;

namespace Hotline.Migrate.Importing;

/// <summary>Reads the files of Flyway and Evolve: versioned, undo, repeatable and baseline migrations.</summary>
internal static partial class FlywayFiles
{
    private const string Example = "V1_2__add_users.sql";

    public static bool IsOne(string fileName) => Versioned().IsMatch(fileName) || Repeatable().IsMatch(fileName);

    public static IReadOnlyList<ImportedMigration> Read(IReadOnlyList<SourceText> files, ImportReading reading)
    {
        var undos = new List<(SourceText File, VersionNumber Version)>();
        var baselines = new List<ImportedMigration>();
        var versioned = new List<ImportedMigration>();
        var repeatable = new List<ImportedMigration>();
        foreach (var file in files)
        {
            if (Callback().IsMatch(file.FileName))
            {
                reading.Warnings.Add(ImportProblems.LeftOut(file.Path, "It is a callback, which runs beside migrations and not as one."));
            }
            else if (Code().IsMatch(file.FileName))
            {
                reading.Problems.Add(ImportProblems.Code(file.Path));
            }
            else if (Versioned().Match(file.FileName) is { Success: true } match && VersionNumber.Parse(match.Groups["version"].Value) is { } version)
            {
                if (match.Groups["kind"].Value == "U")
                {
                    undos.Add((file, version));
                    continue;
                }

                (match.Groups["kind"].Value == "V" ? versioned : baselines).Add(
                    ImportReading.Migration(file, file.FileName, version, match.Groups["name"].Value) with { Upgrade = Section(file, files, reading) });
            }
            else if (Repeatable().Match(file.FileName) is { Success: true } again)
            {
                repeatable.Add(ImportReading.Migration(file, file.FileName, version: null, again.Groups["name"].Value) with { Upgrade = Section(file, files, reading) });
            }
            else if (file.FileName.EndsWith(".sql", StringComparison.OrdinalIgnoreCase))
            {
                reading.Problems.Add(ImportProblems.Name(file.Path, Example));
            }
        }

        foreach (var file in repeatable)
        {
            reading.Warnings.Add(ImportProblems.LeftOut(file.Source.Path, "It was run again whenever it changed; its text of today becomes the last migration.") with
            {
                Summary = $"{file.Name} is imported once.",
                NextActions = ["For its next change: dotnet hotline-migrate create \"message\""],
            });
        }

        return [.. reading.Sorted(WithUndo(WithBaseline(versioned, baselines, reading), undos, files, reading)), .. repeatable.OrderBy(m => m.Message, StringComparer.Ordinal)];
    }

    // A baseline migration stands for all versions up to its own, where these are no longer there.
    private static List<ImportedMigration> WithBaseline(List<ImportedMigration> versioned, List<ImportedMigration> baselines, ImportReading reading)
    {
        var newest = baselines.MaxBy(b => b.Version);
        var isNeeded = newest is not null && !versioned.Any(v => v.Version!.CompareTo(newest.Version) <= 0);
        foreach (var other in baselines.Where(b => b != newest || !isNeeded))
        {
            reading.Warnings.Add(ImportProblems.LeftOut(other.Source.Path, "The versions that it sums up are there themselves."));
        }

        return isNeeded ? [newest!, .. versioned] : versioned;
    }

    private static IEnumerable<ImportedMigration> WithUndo(
        List<ImportedMigration> versioned, List<(SourceText File, VersionNumber Version)> undos, IReadOnlyList<SourceText> files, ImportReading reading)
    {
        foreach (var twice in undos.GroupBy(u => u.Version).Where(g => g.Count() > 1))
        {
            reading.Problems.Add(ImportProblems.Duplicate(twice.Key.Text, twice.Last().File.Path, twice.First().File.Path));
        }

        foreach (var (file, _) in undos.Where(u => versioned.All(v => !u.Version.Equals(v.Version))))
        {
            reading.Warnings.Add(ImportProblems.LeftOut(file.Path, "There is no migration of its version to undo."));
        }

        return versioned.Select(m => undos.FirstOrDefault(u => u.Version.Equals(m.Version)).File is { } undo
            ? m with { Downgrade = Section(undo, files, reading) }
            : m);
    }

    private static ImportedSection Section(SourceText file, IReadOnlyList<SourceText> files, ImportReading reading)
    {
        var settings = files.FirstOrDefault(f => f.Name == file.Name + ".conf");
        var noTransaction = settings is not null && NoTransaction().IsMatch(settings.Text);
        return reading.Section(file.Path, reading.Fill(file), noTransaction: noTransaction);
    }

    [GeneratedRegex(@"^(?<kind>[VUB])(?<version>[0-9][0-9._]*?)__(?<name>.*)\.sql$", RegexOptions.IgnoreCase)]
    private static partial Regex Versioned();

    [GeneratedRegex(@"^R__(?<name>.*)\.sql$", RegexOptions.IgnoreCase)]
    private static partial Regex Repeatable();

    [GeneratedRegex(@"^(before|after|createSchema)[A-Za-z]*(__.*)?\.sql$")]
    private static partial Regex Callback();

    [GeneratedRegex(@"^[VURB][0-9._]*__.*\.(java|class|kt|cs|py|groovy)$")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*executeInTransaction\s*=\s*false", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex NoTransaction();
}
