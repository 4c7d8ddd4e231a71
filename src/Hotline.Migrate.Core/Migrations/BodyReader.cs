using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>Reads what stands behind the header: the sections with their steps and commands.</summary>
/// <param name="path">What to call the file in messages.</param>
/// <param name="reader">Reads the parts behind the header.</param>
/// <param name="script">Where a long script is read again.</param>
internal sealed class BodyReader(string path, SqlPartReader reader, IScriptFile? script = null)
{
    private SectionBuilder? section;
    private string? name;
    private bool noTransaction;
    private bool isSectionAlone;
    private MigrationSection? upgrade;
    private MigrationSection? downgrade;

    /// <summary>Reads both sections.</summary>
    public (MigrationSection Upgrade, MigrationSection Downgrade) ReadFile()
    {
        Read();
        return (upgrade ?? throw Missing(Directives.Upgrade), downgrade ?? throw Missing(Directives.Downgrade));
    }

    /// <summary>Reads a text that is one section without its first line.</summary>
    public MigrationSection ReadSection()
    {
        isSectionAlone = true;
        name = Directives.Upgrade;
        section = new(script, noTransaction: false);
        reader.Keep();
        Read();
        return upgrade!;
    }

    private void Read()
    {
        while (reader.Read())
        {
            if (reader.Kind == SqlPartKind.Statement)
            {
                (section ?? throw Homeless()).Add(reader);
                continue;
            }

            var directive = Directive.Parse(reader.Text, reader.Where);
            switch (directive.Name)
            {
                case Directives.Upgrade or Directives.Downgrade:
                    OpenSection(directive);
                    reader.EndSession();
                    break;
                case Directives.NoTransaction when section is null:
                    noTransaction = true;
                    break;
                case Directives.Step:
                    reader.EndTransaction();
                    goto default;
                default:
                    (section ?? throw Homeless(directive)).Add(directive);
                    break;
            }
        }

        CloseSection(toEnd: true);
    }

    private void OpenSection(Directive directive)
    {
        if (isSectionAlone)
        {
            throw directive.Misplaced("A section cannot hold another one.", "Delete the line.");
        }

        CloseSection(toEnd: false);
        if ((directive.Name == Directives.Upgrade ? upgrade : downgrade) is not null)
        {
            throw directive.Misplaced($"There are two sections hm:{directive.Name}.", "Put their statements into one.");
        }

        name = directive.Name;
        section = new(script, noTransaction);
        reader.Keep();
    }

    private void CloseSection(bool toEnd)
    {
        if (name is null)
        {
            return;
        }

        var kept = reader.TakeKept(toEnd);
        var built = section!.Build(kept.Text is { } text ? Trim(text, toEnd) : null, () => Trim(ReadAgain(kept), toEnd));
        if (name == Directives.Upgrade)
        {
            upgrade = built;
        }
        else
        {
            downgrade = built;
        }

        (section, name) = (null, null);
    }

    /// <summary>The text from the line behind the section's directive on, up to the line of the next one.</summary>
    private string Trim(string text, bool toEnd)
    {
        var end = toEnd ? text.Length : text.AsSpan().LastIndexOfAny('\r', '\n') + 1;
        var start = isSectionAlone ? 0 : text.AsSpan() switch
        {
            ['\r', '\n', ..] => 2,
            ['\r' or '\n', ..] => 1,
            _ => 0,
        };
        return text[start..Math.Max(start, end)];
    }

    private string ReadAgain(SectionText kept)
    {
        using var again = script!.Open(kept.StartByte);
        return string.Create(checked((int)kept.Length), again, static (target, source) => source.ReadBlock(target));
    }

    private DiagnosticException Homeless() => FileProblems.Of(
        DiagnosticCodes.DirectiveMisplaced,
        reader.Where,
        "A statement stands before the first section.",
        "Put it behind '-- hm:upgrade' or '-- hm:downgrade'.");

    private static DiagnosticException Homeless(Directive directive) => directive.Misplaced(
        $"hm:{directive.Name} stands before the first section.", "Put it behind '-- hm:upgrade' or '-- hm:downgrade'.");

    private DiagnosticException Missing(string directive) => FileProblems.Of(
        DiagnosticCodes.SectionMissing,
        reader.Suspect ?? new(path),
        reader.Suspect is null
            ? $"The migration has no section '-- hm:{directive}'."
            : $"The migration has no section '-- hm:{directive}': the line stands inside of the quote or comment that opens here.",
        directive == Directives.Downgrade
            ? "Add the line '-- hm:downgrade', with what undoes the upgrade behind it; with nothing behind it where nothing is to be undone."
            : "Add the line '-- hm:upgrade' before the statements that bring a database to this revision.");
}
