namespace Hotline.Migrate.Schema;

/// <summary>A check constraint.</summary>
public sealed record CheckConstraint : TableConstraint
{
    /// <summary>The condition, without the outer parentheses.</summary>
    public required string Expression { get; init; }

    /// <summary>Whether children of the table are spared (<c>NO INHERIT</c>).</summary>
    public bool NoInherit { get; init; }

    /// <summary>Whether rows that were there before are not checked (<c>NOT VALID</c>).</summary>
    public bool NotValid { get; init; }

    /// <summary>Whether it is a statement about the rows that PostgreSQL never checks (<c>NOT ENFORCED</c>, PostgreSQL 18).</summary>
    public bool NotEnforced { get; init; }
}
