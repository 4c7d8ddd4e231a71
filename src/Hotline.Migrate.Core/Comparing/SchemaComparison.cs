using Hotline.Migrate.Diffing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Comparing;

/// <summary>Two schemas side by side: one that is expected, and one that was found. The order of columns is no difference.</summary>
/// <param name="Diff">What leads from the expected schema to the found one, and back.</param>
/// <param name="Differences">The differences, sorted by object.</param>
/// <param name="Questions">Differences that may be renames, and that the answers did not settle; they count as drops and adds.</param>
public sealed record SchemaComparison(
    SchemaDiff Diff, EquatableArray<SchemaDifference> Differences, EquatableArray<RenameQuestion> Questions)
{
    /// <summary>Whether the schemas are the same.</summary>
    public bool IsEmpty => Differences.IsEmpty;

    /// <summary>Compares two schemas. Hints for the diff count for nothing.</summary>
    /// <param name="expected">The schema as it should be.</param>
    /// <param name="found">The schema as it is.</param>
    /// <param name="answers">What is a rename in <paramref name="found"/>.</param>
    public static SchemaComparison Of(DatabaseSchema expected, DatabaseSchema found, DiffAnswers? answers = null)
    {
        var given = answers ?? DiffAnswers.None;
        var plain = Snapshots.SnapshotHints.Strip(found);
        var diff = SchemaDiffer.Diff(expected, plain, given);
        var asked = new List<RenameQuestion>();
        while (diff.Questions.Where(q => !given.Drops.Contains(q.Old)).ToArray() is { Length: > 0 } open)
        {
            asked.AddRange(open);
            given = given with { Drops = [.. given.Drops, .. open.Select(q => q.Old)] };
            diff = SchemaDiffer.Diff(expected, plain, given);
        }

        return new SchemaComparison(diff, [.. DifferenceFinder.Find(diff, expected, plain)], [.. asked]);
    }
}
