using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary>What a comment is on.</summary>
/// <param name="Kind">The keyword after <c>COMMENT ON</c>: <c>TABLE</c>, <c>COLUMN</c>, <c>CONSTRAINT</c>, ...; <c>DOMAIN CONSTRAINT</c> for a domain's.</param>
/// <param name="Name">The object, or the table that the member belongs to.</param>
/// <param name="Member">The column, constraint, policy, trigger or rule, for those kinds.</param>
/// <param name="Arguments">The argument types of a routine.</param>
public sealed record CommentTarget(string Kind, QualifiedName Name, string? Member = null, string? Arguments = null)
{
    /// <summary>A constraint of a table.</summary>
    public static CommentTarget Of(QualifiedName table, TableConstraint constraint) => new("CONSTRAINT", table, constraint.Name);

    /// <summary>The index behind a constraint, which has the constraint's name.</summary>
    public static CommentTarget IndexOf(QualifiedName table, TableConstraint constraint) => new("INDEX", table with { Name = constraint.Name });
}
