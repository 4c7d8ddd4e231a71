using Hotline.Migrate.Impact.Catalog;

namespace Hotline.Migrate.Impact.Reading;

/// <summary>The database as the statements so far have left it, as far as that decides about locks and scans.</summary>
internal sealed class ImpactScope(CatalogFacts facts)
{
    private readonly HashSet<RelationName> created = [];
    private readonly Dictionary<RelationName, RelationName> renamed = [];
    private readonly Dictionary<RelationName, RelationName> indexes = [];
    private readonly HashSet<string> renamedTypes = [];
    private readonly Dictionary<(RelationName Table, string Name), ConstraintFacts> constraints = [];

    /// <summary>What is known of the database before the first statement.</summary>
    public CatalogFacts Facts => facts;

    /// <summary>The facts of a relation; <c>null</c> for one that is new or not known.</summary>
    public RelationFacts? Find(RelationName name) =>
        created.Contains(Key(name)) ? null : facts.Find(renamed.GetValueOrDefault(Key(name), name));

    /// <summary>The name by which the relation is told.</summary>
    public RelationName Told(RelationName name) =>
        renamed.ContainsKey(Key(name)) ? Key(name) : Find(name)?.Name ?? name;

    /// <summary>Whether an earlier statement made the relation.</summary>
    public bool IsNew(RelationName name) => created.Contains(Key(name));

    /// <summary>A statement makes the relation.</summary>
    public void Create(RelationName name) => created.Add(Key(name));

    /// <summary>A statement makes an index on a table.</summary>
    public void CreateIndex(RelationName name, RelationName table)
    {
        // An index lives in the schema of its table.
        var index = new RelationName(table.Schema, name.Name);
        Create(index);
        indexes[Key(index)] = table;
    }

    /// <summary>A statement gives the relation another name.</summary>
    public void Rename(RelationName from, RelationName to)
    {
        if (created.Remove(Key(from)))
        {
            created.Add(Key(to));
            return;
        }

        renamed[Key(to)] = renamed.GetValueOrDefault(Key(from), from);
    }

    /// <summary>A statement gives a type another name.</summary>
    public void RenameType(RelationName type) => renamedTypes.Add(type.ToString());

    /// <summary>Whether the type that a column had before the first statement has another name now: what has its name is another type.</summary>
    public bool IsRenamedType(string type) => renamedTypes.Contains(TypeName(type));

    /// <summary>The table of an index, where it is known.</summary>
    public RelationName? TableOf(RelationName index) =>
        indexes.GetValueOrDefault(Key(index)) ?? (Find(index) is { Kind: RelationKind.Index } found ? found.Parent : null);

    /// <summary>A statement adds the constraint, or finds its rows to fit.</summary>
    public void Add(RelationName table, ConstraintFacts constraint) => constraints[(Key(table), constraint.Name)] = constraint;

    /// <summary>The constraint of that name, or <c>null</c>.</summary>
    public ConstraintFacts? Constraint(RelationName table, string name) =>
        constraints.GetValueOrDefault((Key(table), name)) ?? Find(table)?.Constraints.FirstOrDefault(c => c.Name == name);

    /// <summary>All constraints of the table.</summary>
    public IEnumerable<ConstraintFacts> Constraints(RelationName table)
    {
        var added = constraints.Where(c => c.Key.Table == Key(table)).Select(c => c.Value).ToList();
        return added.Concat((Find(table)?.Constraints ?? []).Where(c => added.All(a => a.Name != c.Name)));
    }

    private static string TypeName(string type) => type.EndsWith("[]", StringComparison.Ordinal) ? type[..^2] : type;

    private RelationName Key(RelationName name) => name.Schema is null ? name with { Schema = facts.DefaultSchema } : name;
}
