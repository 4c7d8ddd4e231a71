using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Renames;

/// <summary>A sequence that goes with a column is the one that goes with it later, whatever both are called: that is no question.</summary>
internal static class SequenceRenames
{
    public static IReadOnlyDictionary<QualifiedName, QualifiedName> Of(DatabaseSchema from, DatabaseSchema to, RenameSet renames)
    {
        var result = new Dictionary<QualifiedName, QualifiedName>();
        var taken = new HashSet<QualifiedName>();
        var old = from.Objects.OfType<Sequence>().ToList();
        foreach (var sequence in old)
        {
            if (sequence.OwnedBy is not { } owner)
            {
                continue;
            }

            var moved = Moved(sequence, renames);
            var @new = to.Find<Sequence>(moved)?.Name
                ?? to.Objects.OfType<Sequence>()
                    .FirstOrDefault(s => s.OwnedBy == renames.Column(owner) && s.Name.Schema == moved.Schema && !taken.Contains(s.Name) && old.TrueForAll(o => o.Name != s.Name))
                    ?.Name
                ?? moved;
            if (@new != sequence.Name && taken.Add(@new))
            {
                result.Add(sequence.Name, @new);
            }
        }

        return result;
    }

    public static IEnumerable<Operation> Operations(DatabaseSchema schema, RenameSet renames)
    {
        var sequences = schema.Objects.OfType<Sequence>().ToList();
        var names = sequences
            .Where(s => renames.Sequences.ContainsKey(s.Name))
            .Select(s => (Old: Moved(s, renames), New: renames.Sequences[s.Name]))
            .Where(n => n.Old != n.New)
            .ToDictionary(n => n.Old, n => n.New);
        var taken = sequences.Select(s => s.Name.Name).Concat(names.Values.Select(n => n.Name)).ToHashSet();
        return RenameSteps.Of(names, sequences.Select(s => Moved(s, renames)), n => n with { Name = RenameSteps.Aside(n.Name, taken) })
            .Select(s => new RenameSequence(s.Old, s.New.Name));
    }

    // A table that moves to another schema takes its sequences along.
    private static QualifiedName Moved(Sequence sequence, RenameSet renames) => sequence.OwnedBy is { } owner
        ? sequence.Name with { Schema = renames.Table(owner.Table).Schema }
        : sequence.Name;
}
