namespace Hotline.Migrate.Schema;

/// <summary>A sequence that no identity column owns.</summary>
public sealed record Sequence : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => SchemaKinds.Sequence;

    /// <summary>The type: <c>bigint</c>, <c>integer</c> or <c>smallint</c>.</summary>
    public string Type { get; init; } = "bigint";

    /// <summary>The options.</summary>
    public SequenceOptions Options { get; init; } = SequenceOptions.Default;

    /// <summary>Whether the sequence is <c>UNLOGGED</c>. That of a column of an unlogged table is as PostgreSQL makes it, and this is not said.</summary>
    public bool Unlogged { get; init; }

    /// <summary>The column that it goes with when that is dropped (<c>OWNED BY</c>), or <c>null</c>.</summary>
    public ColumnReference? OwnedBy { get; init; }
}
