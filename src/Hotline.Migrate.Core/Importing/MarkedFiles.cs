using System.Text.RegularExpressions;
using Hotline.Migrate.Files;

namespace Hotline.Migrate.Importing;

/// <summary>Reads files that hold both ways, with a marker line before each: dbmate's and goose's.</summary>
internal static partial class MarkedFiles
{
    public static bool IsDbmate(SourceText file) => Dbmate().IsMatch(file.Text);

    public static bool IsGoose(SourceText file) => Goose().IsMatch(file.Text);

    public static IReadOnlyList<ImportedMigration> Read(IReadOnlyList<SourceText> files, ImportFormat format, ImportReading reading)
    {
        var migrations = new List<ImportedMigration>();
        foreach (var file in files)
        {
            var match = Name().Match(file.FileName);
            var version = match.Success ? VersionNumber.Parse(match.Groups["version"].Value) : null;
            if (file.FileName.EndsWith(".sql", StringComparison.OrdinalIgnoreCase))
            {
                if (version is null)
                {
                    reading.Problems.Add(ImportProblems.Name(file.Path, "20240131154500_add_users.sql"));
                }
                else if (Read(file, format == ImportFormat.Goose, reading) is { } sections)
                {
                    migrations.Add(ImportReading.Migration(file, file.FileName, version, match.Groups["name"].Value) with
                    {
                        Upgrade = sections.Up,
                        Downgrade = sections.Down,
                    });
                }
            }
            else if (format == ImportFormat.Goose && version is not null && file.FileName.EndsWith(".go", StringComparison.Ordinal))
            {
                reading.Problems.Add(ImportProblems.Code(file.Path));
            }
        }

        return reading.Sorted(migrations);
    }

    private static (ImportedSection Up, ImportedSection Down)? Read(SourceText file, bool isGoose, ImportReading reading)
    {
        var text = isGoose && EnvironmentOn().IsMatch(file.Text) ? reading.Fill(file) : file.Text;
        var marks = (isGoose ? Goose() : Dbmate()).Matches(text);
        Match[] ups = [.. marks.Where(m => Way(m) == "up")];
        Match[] downs = [.. marks.Where(m => Way(m) == "down")];
        var (up, down) = isGoose ? ("-- +goose Up", "-- +goose Down") : ("-- migrate:up", "-- migrate:down");
        if (ups.Length != 1 || downs.Length > 1 || (downs is [var d] && d.Index < ups[0].Index))
        {
            var line = ups.Length > 1 ? LineOf(text, ups[1].Index) : downs.Length > 0 ? LineOf(text, downs[^1].Index) : 1;
            reading.Problems.Add(ImportProblems.Marker(
                file.Path, line, $"{file.FileName} has no single line '{up}' before a single line '{down}'.", $"Write '{up}' and behind it '{down}', once each."));
            return null;
        }

        if (reading.Section(file.Path, text[..ups[0].Index]).Statements is [var first, ..])
        {
            reading.Problems.Add(ImportProblems.Marker(file.Path, first.Line, $"A statement stands before '{up}'.", $"Move it behind '{up}'."));
        }

        var noTransaction = isGoose && GooseNoTransaction().IsMatch(text);
        var end = downs is [var mark] ? mark.Index : text.Length;
        return (
            Part(ups[0], end),
            downs is [var back] ? Part(back, text.Length) : ImportedSection.Empty);

        ImportedSection Part(Match match, int to)
        {
            var start = match.Index + match.Length;
            var bare = noTransaction || DbmateNoTransaction().IsMatch(match.Value);
            var section = reading.Section(file.Path, text[start..to], LineOf(text, start), bare);
            return isGoose ? section with { Text = GooseLine().Replace(section.Text, "").Trim('\n') } : section;
        }
    }

    private static string Way(Match match) => match.Groups["way"].Value.ToLowerInvariant();

    private static int LineOf(string text, int position) => text.AsSpan(0, position).Count('\n') + 1;

    [GeneratedRegex(@"^--[ \t]*migrate:(?<way>up|down)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Dbmate();

    [GeneratedRegex(@"transaction:[ \t]*false", RegexOptions.IgnoreCase)]
    private static partial Regex DbmateNoTransaction();

    [GeneratedRegex(@"^--[ \t]*\+goose[ \t]+(?<way>up|down)\b.*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Goose();

    [GeneratedRegex(@"^--[ \t]*\+goose[ \t]+NO[ \t]+TRANSACTION", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex GooseNoTransaction();

    [GeneratedRegex(@"^--[ \t]*\+goose[ \t]+ENVSUB[ \t]+ON", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex EnvironmentOn();

    [GeneratedRegex(@"^--[ \t]*\+goose\b.*\n?", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex GooseLine();

    [GeneratedRegex(@"^(?<version>\d+)(?:[_\-. ](?<name>.*))?\.(sql|go)$")]
    private static partial Regex Name();
}
