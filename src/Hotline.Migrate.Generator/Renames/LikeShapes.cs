using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Renames;

/// <summary>What is gone and may be what is new, the likeliest first.</summary>
/// <remarks>It offers more than the build asks for: an offer in the editor costs nothing.</remarks>
internal static class LikeShapes
{
    private const double Half = 0.5;

    /// <summary>Tables that share half of their columns with the new one.</summary>
    public static IReadOnlyList<Table> Tables(IEnumerable<Table> gone, Table @new) => Best(
        gone, t => Share(t.Columns.Select(c => (c.Name, c.Type)), @new.Columns.Select(c => (c.Name, c.Type))), t => t.Name.Name, @new.Name.Name);

    /// <summary>Enums that share half of their labels with the new one.</summary>
    public static IReadOnlyList<EnumType> Enums(IEnumerable<EnumType> gone, EnumType @new) =>
        Best(gone, e => Share(e.Labels, @new.Labels), e => e.Name.Name, @new.Name.Name);

    /// <summary>Columns of the same type, or with a name that is half the same.</summary>
    public static IReadOnlyList<Column> Columns(IEnumerable<Column> gone, Column @new) => @new.Generated is not null
        ? []
        : Best(
            gone.Where(c => c.Generated is null && !IsFilledFrom(@new, c.Name)),
            c => SqlTypeName.WithoutModifiers(c.Type) == SqlTypeName.WithoutModifiers(@new.Type) ? 1 : NameLikeness.Of(c.Name, @new.Name),
            c => c.Name,
            @new.Name);

    /// <summary>All labels that are gone: a label has no shape.</summary>
    public static IReadOnlyList<string> Labels(IEnumerable<string> gone, string @new) => Best(gone, _ => 1, l => l, @new);

    private static IReadOnlyList<T> Best<T>(IEnumerable<T> gone, Func<T, double> likeness, Func<T, string> nameOf, string @new) =>
    [
        .. gone
            .Select(item => (Item: item, Likeness: likeness(item)))
            .Where(found => found.Likeness >= Half)
            .OrderByDescending(found => found.Likeness)
            .ThenByDescending(found => NameLikeness.Of(nameOf(found.Item), @new))
            .ThenBy(found => nameOf(found.Item), StringComparer.Ordinal)
            .Select(found => found.Item),
    ];

    // A column that says how to compute it from the one that is gone is no rename of that one.
    private static bool IsFilledFrom(Column column, string gone) =>
        column.Backfill is { } sql && SqlText.ColumnsIn(sql, [gone]).Count > 0;

    private static double Share<T>(IEnumerable<T> left, IEnumerable<T> right)
    {
        var (one, other) = (new HashSet<T>(left), new HashSet<T>(right));
        var all = one.Union(other).Count();
        return all == 0 ? 0 : (double)one.Intersect(other).Count() / all;
    }
}
