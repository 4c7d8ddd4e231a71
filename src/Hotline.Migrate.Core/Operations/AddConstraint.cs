using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... ADD CONSTRAINT</c>.</summary>
public sealed record AddConstraint(QualifiedName Table, TableConstraint Constraint) : Operation
{
    /// <summary>
    /// Whether the constraint stays <c>NOT VALID</c> where rows do not satisfy it: a foreign key to a table that comes back
    /// without its rows must not make the downgrade fail.
    /// </summary>
    public bool ValidateIfPossible { get; init; }

    /// <summary>Whether rows may be there that PostgreSQL has to look at, and it can do so after the constraint was added.</summary>
    public bool HasRows { get; init; }

    /// <summary>The unique index that becomes the constraint's own, or <c>null</c> if one is built.</summary>
    public TableIndex? UsingIndex { get; init; }
}
