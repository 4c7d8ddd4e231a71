using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Diffing.Types;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Renames;

/// <summary>Whether two things are of the same shape, so that one may be the other renamed.</summary>
internal static class Similarity
{
    private const double Enough = 0.7;
    private const double EnoughInAnotherSchema = 0.5;

    /// <summary>Most of their columns are the same; a table that keeps its name may differ more.</summary>
    public static bool OfTables(Table old, Table @new) =>
        Share(old.Columns.Select(c => (c.Name, c.Type)), @new.Columns.Select(c => (c.Name, c.Type)))
            >= (old.Name.Name == @new.Name.Name ? EnoughInAnotherSchema : Enough);

    /// <summary>Most of their labels are the same.</summary>
    public static bool OfEnums(EnumType old, EnumType @new) => Share(old.Labels, @new.Labels) >= Enough;

    /// <summary>The type underneath is the same, and so are the conditions.</summary>
    public static bool OfDomains(Domain old, Domain @new) =>
        old.Type == @new.Type
        && old.Checks.Count == @new.Checks.Count
        && old.Checks.All(c => @new.Checks.Any(n => SqlExpression.Same(c.Expression, n.Expression)));

    /// <summary>Most of their fields are the same.</summary>
    public static bool OfComposites(CompositeType old, CompositeType @new) =>
        Share(old.Fields.Select(f => (f.Name, f.Type)), @new.Fields.Select(f => (f.Name, f.Type))) >= Enough;

    /// <summary>Their types differ by modifiers at most. What is generated holds no data to lose.</summary>
    public static bool OfColumns(Column old, Column @new, RenameSet renames) =>
        old.Generated is null
        && @new.Generated is null
        && (TypeName.SameBase(old.Type, @new.Type)
            || renames.AllTypes.Any(e =>
                TypeName.Element(old.Type) == SqlIdentifier.Quote(e.Key)
                && TypeName.Element(@new.Type) == SqlIdentifier.Quote(e.Value)
                && SqlTypeName.IsArray(old.Type) == SqlTypeName.IsArray(@new.Type)));

    private static double Share<T>(IEnumerable<T> left, IEnumerable<T> right)
    {
        var (one, other) = (left.ToHashSet(), right.ToHashSet());
        var all = one.Union(other).Count();
        return all == 0 ? 0 : (double)one.Intersect(other).Count() / all;
    }
}
