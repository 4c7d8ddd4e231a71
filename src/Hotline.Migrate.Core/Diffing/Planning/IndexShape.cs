using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Compares indexes by what they do.</summary>
internal static class IndexShape
{
    /// <summary>Whether both are the same but for their names, comments and storage parameters.</summary>
    public static bool Same(TableIndex left, TableIndex right) =>
        SqlExpression.Same(left.Where, right.Where)
        && left.Elements.Count == right.Elements.Count
        && left.Elements.Zip(right.Elements).All(e => Same(e.First, e.Second))
        && Bare(left) == Bare(right);

    private static TableIndex Bare(TableIndex index) =>
        index with { Name = "", Comment = null, StorageParameters = [], Tablespace = null, Elements = [], Where = null };

    private static bool Same(IndexElement left, IndexElement right) =>
        SqlExpression.Same(left.Expression, right.Expression)
        && left with { Expression = null, Nulls = Nulls(left) } == right with { Expression = null, Nulls = Nulls(right) };

    // NULLS LAST says what ascending does anyway, and NULLS FIRST what descending does.
    private static NullsOrder Nulls(IndexElement element) =>
        element.Nulls == (element.Descending ? NullsOrder.First : NullsOrder.Last) ? NullsOrder.Default : element.Nulls;
}
