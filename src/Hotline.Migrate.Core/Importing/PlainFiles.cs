using System.Text.RegularExpressions;
using Hotline.Migrate.Files;

namespace Hotline.Migrate.Importing;

/// <summary>Reads <c>001_name.sql</c> files, and Prisma's folders with a <c>migration.sql</c> in each.</summary>
internal static partial class PlainFiles
{
    private const string PrismaFile = "migration.sql";

    public static bool IsPrisma(SourceText file) => file.FileName == PrismaFile && file.Name.Contains('/', StringComparison.Ordinal);

    public static IReadOnlyList<ImportedMigration> Read(IReadOnlyList<SourceText> files, ImportReading reading)
    {
        var migrations = new List<ImportedMigration>();
        foreach (var file in files.Where(f => f.FileName.EndsWith(".sql", StringComparison.OrdinalIgnoreCase)))
        {
            var name = IsPrisma(file) ? file.Name.Split('/')[^2] : file.FileName;
            if (Name().Match(name) is { Success: true } match && VersionNumber.Parse(match.Groups["version"].Value) is { } version)
            {
                migrations.Add(ImportReading.Migration(file, name, version, match.Groups["name"].Value) with { Upgrade = reading.Section(file.Path, file.Text) });
            }
            else
            {
                reading.Problems.Add(ImportProblems.Name(file.Path, "001_add_users.sql"));
            }
        }

        return reading.Sorted(migrations);
    }

    [GeneratedRegex(@"^[^\d]*?(?<version>\d+(?:[._]\d+)*)[_\-. ]*(?<name>.*?)(?:\.sql)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
