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
}
