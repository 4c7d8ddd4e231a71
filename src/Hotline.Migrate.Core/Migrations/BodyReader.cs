using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>Reads what stands behind the header: the sections with their steps and commands.</summary>
internal sealed class BodyReader(string path, string text)
{
    private SectionBuilder? section;
    private string? name;
    private bool noTransaction;
    private SourceLocation? suspect;
    private bool isSectionAlone;
    private MigrationSection? upgrade;
    private MigrationSection? downgrade;

    /// <summary>Reads both sections from <paramref name="start"/> on.</summary>
    public (MigrationSection Upgrade, MigrationSection Downgrade) ReadFile(int start)
    {
        Read(start);
        return (upgrade ?? throw Missing(Directives.Upgrade), downgrade ?? throw Missing(Directives.Downgrade));
    }

    /// <summary>Reads a text that is one section without its first line.</summary>
    public MigrationSection ReadSection()
    {
        isSectionAlone = true;
        name = Directives.Upgrade;
        section = new(path, text, 0, noTransaction: false);
        Read(0);
        return upgrade!;
    }

    private void Read(int start)
    {
        var splitter = new SqlSplitter(text, new(path) { HasDirectives = true }, start);
        while (splitter.Read(out var part) == SqlReadResult.Part)
        {
            if (part.Kind == SqlPartKind.Statement)
            {
                (section ?? throw Homeless(part)).Add(part);
                continue;
            }

            var directive = Directive.Parse(
                text.AsSpan(part.Start, part.Length), new(path, part.Line, part.Column));
            switch (directive.Name)
            {
                case Directives.Upgrade or Directives.Downgrade:
                    OpenSection(directive, part);
                    splitter.EndSession();
                    break;
                case Directives.NoTransaction when section is null:
                    noTransaction = true;
                    break;
                case Directives.Step:
                    splitter.EndTransaction();
                    goto default;
                default:
                    (section ?? throw Homeless(directive)).Add(directive);
                    break;
            }
        }

        suspect = splitter.Suspect;
        CloseSection(text.Length);
    }

    private void OpenSection(Directive directive, SqlPart part)
    {
        if (isSectionAlone)
        {
            throw directive.Misplaced("A section cannot hold another one.", "Delete the line.");
        }

        CloseSection(LineStart(part.Start));
        if ((directive.Name == Directives.Upgrade ? upgrade : downgrade) is not null)
        {
            throw directive.Misplaced($"There are two sections hm:{directive.Name}.", "Put their statements into one.");
        }

        name = directive.Name;
        section = new(path, text, NextLine(part.End), noTransaction);
    }

    private void CloseSection(int end)
    {
        switch (name)
        {
            case Directives.Upgrade:
                upgrade = section!.Build(end);
                break;
            case Directives.Downgrade:
                downgrade = section!.Build(end);
                break;
        }

        (section, name) = (null, null);
    }

    private int LineStart(int position)
    {
        var lineEnd = text.AsSpan(0, position).LastIndexOfAny('\r', '\n');
        return lineEnd + 1;
    }

    private int NextLine(int position) => text.AsSpan(position) switch
    {
        ['\r', '\n', ..] => position + 2,
        ['\r' or '\n', ..] => position + 1,
        _ => position,
    };

    private DiagnosticException Homeless(SqlPart statement) => FileProblems.Of(
        DiagnosticCodes.DirectiveMisplaced,
        new(path, statement.Line, statement.Column),
        "A statement stands before the first section.",
        "Put it behind '-- hm:upgrade' or '-- hm:downgrade'.");

    private static DiagnosticException Homeless(Directive directive) => directive.Misplaced(
        $"hm:{directive.Name} stands before the first section.", "Put it behind '-- hm:upgrade' or '-- hm:downgrade'.");

    private DiagnosticException Missing(string directive) => FileProblems.Of(
        DiagnosticCodes.SectionMissing,
        suspect ?? new(path),
        suspect is null
            ? $"The migration has no section '-- hm:{directive}'."
            : $"The migration has no section '-- hm:{directive}': the line stands inside of the quote or comment that opens here.",
        directive == Directives.Downgrade
            ? "Add the line '-- hm:downgrade', with what undoes the upgrade behind it; with nothing behind it where nothing is to be undone."
            : "Add the line '-- hm:upgrade' before the statements that bring a database to this revision.");
}
