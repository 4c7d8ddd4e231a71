namespace Hotline.Migrate.Schema;

/// <summary>A composite type that is no table's row type.</summary>
public sealed record CompositeType : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => SchemaKinds.Composite;

    /// <summary>The fields in order.</summary>
    public EquatableArray<CompositeField> Fields { get; init; }

    /// <summary>A hint for the diff: the name the type had before. Never part of a snapshot.</summary>
    public QualifiedName? RenamedFrom { get; init; }

    /// <summary>Whether the other type differs by the order of its fields at most, which is no difference, as it is none of a table's columns.</summary>
    internal bool IsSameAs(CompositeType other) =>
        Comment == other.Comment
        && Fields.OrderBy(f => f.Name, StringComparer.Ordinal).SequenceEqual(other.Fields.OrderBy(f => f.Name, StringComparer.Ordinal));
}
