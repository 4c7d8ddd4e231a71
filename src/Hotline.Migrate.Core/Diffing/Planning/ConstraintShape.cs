using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Compares constraints by what they do.</summary>
internal static class ConstraintShape
{
    /// <summary>Whether both are the same but for their comments.</summary>
    public static bool Same(TableConstraint left, TableConstraint right) => (left, right) switch
    {
        (CheckConstraint a, CheckConstraint b) =>
            SqlExpression.Same(a.Expression, b.Expression)
            && a with { Expression = "", Comment = null } == b with { Expression = "", Comment = null },
        (ExclusionConstraint a, ExclusionConstraint b) =>
            SqlExpression.Same(a.Where, b.Where)
            && a.Elements.Count == b.Elements.Count
            && a.Elements.Zip(b.Elements).All(e => SqlExpression.Same(e.First, e.Second))
            && a with { Elements = [], Where = null, Comment = null } == b with { Elements = [], Where = null, Comment = null },
        _ => left with { Comment = null } == right with { Comment = null },
    };
}
