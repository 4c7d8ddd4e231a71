namespace Hotline.Migrate.Schema;

/// <summary>A domain: a type with a condition.</summary>
public sealed record Domain : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => SchemaKinds.Domain;

    /// <summary>The type underneath, as <see cref="Column.Type"/> is spelled.</summary>
    public required string Type { get; init; }

    /// <summary>The collation, as it is written after <c>COLLATE</c>.</summary>
    public string? Collation { get; init; }

    /// <summary>The default as an SQL expression.</summary>
    public string? Default { get; init; }

    /// <summary>Whether NULL is refused.</summary>
    public bool NotNull { get; init; }

    /// <summary>The conditions on <c>VALUE</c>, sorted by name.</summary>
    public EquatableArray<CheckConstraint> Checks { get; init; }

    /// <summary>A hint for the diff: the name the domain had before. Never part of a snapshot.</summary>
    public QualifiedName? RenamedFrom { get; init; }
}
