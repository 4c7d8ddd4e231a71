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
            && Bare(a) with { Expression = "" } == Bare(b) with { Expression = "" },
        (ExclusionConstraint a, ExclusionConstraint b) =>
            SqlExpression.Same(a.Where, b.Where)
            && a.Elements.Count == b.Elements.Count
            && a.Elements.Zip(b.Elements).All(e => SqlExpression.Same(e.First, e.Second))
            && Bare(a) with { Elements = [], Where = null } == Bare(b) with { Elements = [], Where = null },
        _ => Bare(left) == Bare(right),
    };

    private static T Bare<T>(T constraint)
        where T : TableConstraint => constraint with { Comment = null, IndexComment = null };
}
