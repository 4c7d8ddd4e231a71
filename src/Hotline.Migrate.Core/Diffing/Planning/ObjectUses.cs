namespace Hotline.Migrate.Diffing.Planning;

/// <summary>What a definition names of its schema.</summary>
/// <param name="Sure">What it refers to.</param>
/// <param name="Likely">What a word in it may mean, or a column of the same name.</param>
/// <param name="Late">What its body names that is looked up when it is called.</param>
internal sealed record ObjectUses(IReadOnlySet<SchemaKey> Sure, IReadOnlySet<SchemaKey> Likely, IReadOnlySet<SchemaKey> Late)
{
    /// <summary>Whether its body names by its bare name what is in the routine's own schema, which only the path of its callers has.</summary>
    public bool IsOutOfPath { get; init; }

    /// <summary>What cannot change or go while the object is there.</summary>
    public bool Holds(SchemaKey key) => Sure.Contains(key) || Likely.Contains(key);

    /// <summary>What cannot change or go while the object is there.</summary>
    public IEnumerable<SchemaKey> Held => Sure.Concat(Likely);
}
