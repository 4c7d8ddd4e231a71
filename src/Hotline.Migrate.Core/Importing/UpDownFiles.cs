using System.Text.RegularExpressions;
using Hotline.Migrate.Files;

namespace Hotline.Migrate.Importing;

/// <summary>Reads pairs of <c>1_name.up.sql</c> and <c>1_name.down.sql</c>.</summary>
internal static partial class UpDownFiles
{
    public static bool IsOne(string fileName) => Pair().IsMatch(fileName);

    public static IReadOnlyList<ImportedMigration> Read(IReadOnlyList<SourceText> files, ImportReading reading)
    {
        var ups = new List<ImportedMigration>();
        var downs = new List<(SourceText File, VersionNumber Version)>();
        foreach (var file in files.Where(IsSql))
        {
            if (Name().Match(file.FileName) is not { Success: true } match || VersionNumber.Parse(match.Groups["version"].Value) is not { } version)
            {
                reading.Problems.Add(ImportProblems.Name(file.Path, "000001_add_users.up.sql"));
            }
            else if (match.Groups["way"].Value.Equals("up", StringComparison.OrdinalIgnoreCase))
            {
                ups.Add(ImportReading.Migration(file, file.FileName, version, match.Groups["name"].Value) with { Upgrade = reading.Section(file.Path, file.Text) });
            }
            else
            {
                downs.Add((file, version));
            }
        }

        foreach (var twice in downs.GroupBy(d => d.Version).Where(g => g.Count() > 1))
        {
            reading.Problems.Add(ImportProblems.Duplicate(twice.Key.Text, twice.Last().File.Path, twice.First().File.Path));
        }

        foreach (var (file, version) in downs.Where(d => ups.All(u => !d.Version.Equals(u.Version))))
        {
            reading.Problems.Add(ImportProblems.Marker(
                file.Path, 0, $"{file.FileName} undoes version {version}, and there is no file that makes it.", "Bring back its .up.sql file, or delete this one."));
        }

        return reading.Sorted(ups.Select(up => downs.FirstOrDefault(d => d.Version.Equals(up.Version)).File is { } down
            ? up with { Downgrade = reading.Section(down.Path, down.Text) }
            : up));
    }

    private static bool IsSql(SourceText file) =>
        file.FileName.EndsWith(".sql", StringComparison.OrdinalIgnoreCase) || file.FileName.EndsWith(".pgsql", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\.(up|down)\.(sql|pgsql)$", RegexOptions.IgnoreCase)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^[A-Za-z]?(?<version>\d+)(?:[_\-. ](?<name>.*))?\.(?<way>up|down)\.(sql|pgsql)$", RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
