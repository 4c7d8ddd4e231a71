using Hotline.Migrate.Diffing.Planning;
using Hotline.Migrate.Diffing.Renames;
using Hotline.Migrate.Schema;
using Hotline.Migrate.Snapshots;

namespace Hotline.Migrate.Diffing;

/// <summary>Compares two schemas: pure, and the same operations in the same order each time.</summary>
public static class SchemaDiffer
{
    /// <summary>What leads from <paramref name="from"/> to <paramref name="to"/>, and back.</summary>
    /// <param name="from">The schema as it is: the snapshot.</param>
    /// <param name="to">The schema as it should be: the descriptors, with their hints.</param>
    /// <param name="answers">Answers to rename questions that an earlier call asked.</param>
    public static SchemaDiff Diff(DatabaseSchema from, DatabaseSchema to, DiffAnswers? answers = null)
    {
        var old = SchemaNormalizer.Normalize(SnapshotHints.Strip(from));
        var @new = SchemaNormalizer.Normalize(to);
        if (old.Objects == SnapshotHints.Strip(@new).Objects && answers is null or { Renames.Count: 0, Drops.Count: 0 })
        {
            return new SchemaDiff();
        }

        var resolution = RenameResolver.Resolve(old, @new, answers ?? DiffAnswers.None);

        var (there, thereSteps) = SchemaRenaming.Apply(old, resolution.Renames);
        var upgrade = SchemaPlanner.Plan(there, @new, NamespacePlanner.Names(old), restoring: false, resolution.Open);

        var (back, backSteps) = SchemaRenaming.Apply(@new, resolution.Renames.Invert());
        var downgrade = SchemaPlanner.Plan(back, old, NamespacePlanner.Names(@new), restoring: true, OpenQuestions.None);

        return new SchemaDiff
        {
            Operations = RenameOrder.Merge(thereSteps, upgrade.Operations),
            Reverse = RenameOrder.Merge(backSteps, downgrade.Operations),
            Findings = [.. resolution.Findings, .. upgrade.Findings.Count > 0 ? upgrade.Findings : Back(upgrade, downgrade)],
            Questions = resolution.Questions,
        };
    }

    private static IEnumerable<DiffFinding> Back(SchemaPlan upgrade, SchemaPlan downgrade) => (upgrade.Circle ?? downgrade.Circle) is { } circle
        ? [circle]
        : downgrade.Findings.Select(f => f with { Diagnostic = f.Diagnostic with { Summary = "On the way back: " + f.Diagnostic.Summary } });
}
