namespace Hotline.Migrate.Operations;

/// <summary>One change of a database schema, in PostgreSQL's words: the unit of diff, rendering and lint.</summary>
public abstract record Operation
{
    /// <summary>What the operation destroys when the table holds rows, or <c>null</c>.</summary>
    public DataLoss? Loss { get; init; }

    /// <summary>What a person should know about it and sees as a comment above the statement, or <c>null</c>.</summary>
    public string? Note { get; init; }

    /// <summary>How far a downgrade can take it back.</summary>
    public virtual Reversibility Reversibility => Loss is null ? Reversibility.Lossless : Reversibility.StructureOnly;
}
