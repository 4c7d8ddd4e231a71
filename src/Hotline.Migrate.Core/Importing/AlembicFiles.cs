using System.Text.RegularExpressions;
using Hotline.Migrate.Files;

namespace Hotline.Migrate.Importing;

/// <summary>Reads the revision graph of Alembic.</summary>
internal static partial class AlembicFiles
{
    public static bool IsOne(SourceText file) => file.FileName.EndsWith(".py", StringComparison.Ordinal) && Revision().IsMatch(file.Text);

    public static IReadOnlyList<ImportedMigration> Read(IReadOnlyList<SourceText> files, ImportReading reading)
    {
        var scripts = files.Where(IsOne).Select(f => (Script: new AlembicScript(f, reading), f.Path)).ToList();
        var migrations = scripts.Select(s => s.Script.Read()).OfType<ImportedMigration>().ToList();
        var places = scripts.ToDictionary(s => s.Path, s => s.Script, StringComparer.Ordinal);
        reading.Problems.AddRange(AlembicGraph.Problems(migrations, (path, variable) => places[path].Where(variable)));
        return reading.Problems.Count > 0 ? migrations : AlembicGraph.Sort(AlembicOfflineSql.Fill(migrations, reading));
    }

    [GeneratedRegex(@"^revision\s*(:[^=\n]*)?=", RegexOptions.Multiline)]
    private static partial Regex Revision();
}
