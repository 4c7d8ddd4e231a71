namespace Hotline.Migrate.Schema;

/// <summary>A foreign key.</summary>
public sealed record ForeignKey : TableConstraint
{
    /// <summary>The referencing columns in order.</summary>
    public EquatableArray<string> Columns { get; init; }

    /// <summary>The referenced table.</summary>
    public required QualifiedName References { get; init; }

    /// <summary>The referenced columns, in the order of <see cref="Columns"/>.</summary>
    public EquatableArray<string> ReferencedColumns { get; init; }

    /// <summary>What happens to the row when the referenced one is deleted.</summary>
    public ReferentialAction OnDelete { get; init; }

    /// <summary>What happens to the row when the referenced key changes.</summary>
    public ReferentialAction OnUpdate { get; init; }

    /// <summary>The columns that <c>SET NULL</c> or <c>SET DEFAULT</c> on delete is confined to (PostgreSQL 15).</summary>
    public EquatableArray<string> OnDeleteColumns { get; init; }

    /// <summary>Whether a composite key must be all NULL or not at all (<c>MATCH FULL</c>).</summary>
    public bool MatchFull { get; init; }

    /// <summary>Whether rows that were there before are not checked (<c>NOT VALID</c>).</summary>
    public bool NotValid { get; init; }

    /// <summary>Whether it is a statement about the rows that PostgreSQL never checks (<c>NOT ENFORCED</c>, PostgreSQL 18).</summary>
    public bool NotEnforced { get; init; }

    /// <summary>Whether the last column is a range that rows of the other table must cover (<c>PERIOD</c>, PostgreSQL 18).</summary>
    public bool Period { get; init; }
}
