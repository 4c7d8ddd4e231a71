namespace Hotline.Migrate.Schema;

/// <summary>Every object of a schema, sorted by kind and name, each at most once.</summary>
public sealed record DatabaseSchema
{
    private DatabaseSchema(EquatableArray<SchemaObject> objects) => Objects = objects;

    /// <summary>The schema without any object.</summary>
    public static DatabaseSchema Empty { get; } = new([]);

    /// <summary>The objects, sorted by kind, then by name (ordinal).</summary>
    public EquatableArray<SchemaObject> Objects { get; }

    /// <summary>The tables, sorted by name.</summary>
    public IEnumerable<Table> Tables => Objects.OfType<Table>();

    /// <summary>A schema of <paramref name="objects"/>, in any order.</summary>
    /// <exception cref="ArgumentException">Two objects have the same kind and name.</exception>
    public static DatabaseSchema Of(IEnumerable<SchemaObject> objects)
    {
        var sorted = objects
            .OrderBy(o => o.Kind, StringComparer.Ordinal)
            .ThenBy(o => o.Name)
            .ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Kind == sorted[i - 1].Kind && sorted[i].Name == sorted[i - 1].Name)
            {
                throw new ArgumentException($"The {sorted[i].Kind} {sorted[i].Name} is there twice.", nameof(objects));
            }
        }

        return new DatabaseSchema(sorted.ToEquatableArray());
    }

    /// <summary>The object of kind <typeparamref name="T"/> with that name, or <c>null</c>.</summary>
    public T? Find<T>(QualifiedName name)
        where T : SchemaObject => Objects.OfType<T>().FirstOrDefault(o => o.Name == name);
}
