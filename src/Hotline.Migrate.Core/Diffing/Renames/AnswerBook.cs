using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Renames;

/// <summary>Looks answers up and remembers which of them were of use.</summary>
internal sealed class AnswerBook(DiffAnswers answers)
{
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <summary>Whether there are answers about renames.</summary>
    public bool HasRenames => answers.Renames.Count > 0;

    /// <summary>As <see cref="Renames"/>, without counting the answer as one that was of use.</summary>
    public bool Says(IReadOnlyList<string> old, IReadOnlyList<string> @new) => answers.Renames.Any(r => Fits(r, old, @new));

    /// <summary>Whether an answer says that one of the old spellings became one of the new ones.</summary>
    public bool Renames(IReadOnlyList<string> old, IReadOnlyList<string> @new)
    {
        foreach (var rename in answers.Renames.Where(r => Fits(r, old, @new)))
        {
            used.Add(Text(rename.Key, rename.Value));
            return true;
        }

        return false;
    }

    /// <summary>Whether an answer says that it really goes.</summary>
    public bool Drops(IReadOnlyList<string> old)
    {
        foreach (var name in answers.Drops.Where(old.Contains))
        {
            used.Add(name);
            return true;
        }

        return false;
    }

    /// <summary>Answers that nothing fits.</summary>
    public IEnumerable<DiffFinding> Unused() => answers.Renames
        .Select(r => Text(r.Key, r.Value))
        .Concat(answers.Drops)
        .Where(a => !used.Contains(a))
        .Select(a => new DiffFinding(
            new Diagnostic
            {
                Code = DiagnosticCodes.RenameAnswerUnknown,
                Summary = $"The answer '{a}' fits nothing that is gone or new.",
                NextActions = ["Name a table, a column as table.column, an enum, or a label as enum.label, as the snapshot and the model have them."],
            },
            SchemaKinds.Table,
            QualifiedName.Of(a)));

    // Only the names tell which = of an answer stands between them.
    private static bool Fits(KeyValuePair<string, string> rename, IReadOnlyList<string> old, IReadOnlyList<string> @new)
    {
        var text = Text(rename.Key, rename.Value);
        return old.Any(o => @new.Any(n => Text(o, n) == text));
    }

    private static string Text(string from, string to) => from + "=" + to;
}
