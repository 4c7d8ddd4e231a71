namespace Hotline.Migrate.Schema;

/// <summary>An enum type.</summary>
public sealed record EnumType : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => SchemaKinds.Enum;

    /// <summary>The labels in their sort order.</summary>
    public EquatableArray<string> Labels { get; init; }

    /// <summary>A hint for the diff: the name the type had before. Never part of a snapshot.</summary>
    public QualifiedName? RenamedFrom { get; init; }

    /// <summary>A hint for the diff: labels that were renamed, each <c>old=new</c>. Never part of a snapshot.</summary>
    public EquatableArray<string> RenamedLabels { get; init; }
}
