using System.Text.RegularExpressions;

namespace Hotline.Migrate.Importing;

/// <summary>Finds the SQL of each revision in what <c>alembic upgrade --sql</c> and <c>alembic downgrade --sql</c> wrote.</summary>
internal static partial class AlembicOfflineSql
{
    /// <summary>The migrations with their SQL, as far as it is there.</summary>
    public static IReadOnlyList<ImportedMigration> Fill(IReadOnlyList<ImportedMigration> migrations, ImportReading reading)
    {
        var up = new Dictionary<string, ImportedSection>(StringComparer.Ordinal);
        var down = new Dictionary<string, ImportedSection>(StringComparer.Ordinal);
        foreach (var file in reading.Options.OfflineSql)
        {
            var marks = Mark().Matches(file.Text);
            if (marks.Count == 0)
            {
                reading.Problems.Add(ImportProblems.Marker(
                    file.Path, 1, $"{file.FileName} has no line '-- Running upgrade ... -> ...'.", "Write it with: alembic upgrade head --sql > upgrade.sql"));
            }

            for (var i = 0; i < marks.Count; i++)
            {
                var start = marks[i].Index + marks[i].Length;
                var end = i + 1 < marks.Count ? marks[i + 1].Index : file.Text.Length;
                var line = file.Text.AsSpan(0, start).Count('\n') + 1;
                var section = reading.Section(file.Path, file.Text[start..end], line, drops: sql => IsOfAlembic(sql, reading.Options.AlembicTable));
                var isUp = marks[i].Groups["way"].Value == "upgrade";
                (isUp ? up : down)[marks[i].Groups[isUp ? "to" : "from"].Value] = section;
            }
        }

        return [.. migrations.Select(m => m with
        {
            Upgrade = up.GetValueOrDefault(m.Revision) ?? m.Upgrade,
            Downgrade = down.GetValueOrDefault(m.Revision) ?? m.Downgrade,
        })];
    }

    private static bool IsOfAlembic(string sql, string table) =>
        Statement().Match(sql) is { Success: true } match && match.Groups["name"].Value.Trim('"') == table;

    [GeneratedRegex(@"^-- Running (?<way>upgrade|downgrade) (?<from>[^,\n]*?)(?:, [^\n]*?)? -> (?<to>[^,\s]*).*$", RegexOptions.Multiline)]
    private static partial Regex Mark();

    [GeneratedRegex("""^\s*(CREATE\s+TABLE|INSERT\s+INTO|UPDATE|DELETE\s+FROM|DROP\s+TABLE)\s+(?:"?\w+"?\.)?(?<name>"?\w+"?)""", RegexOptions.IgnoreCase)]
    private static partial Regex Statement();
}
