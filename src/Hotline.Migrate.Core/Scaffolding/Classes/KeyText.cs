using Hotline.Migrate.Scaffolding.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>Says the primary key: by convention, by <c>[Key]</c> or by <c>[PrimaryKey]</c>.</summary>
internal static class KeyText
{
    /// <summary>Whether the column is in the key.</summary>
    public static bool IsKey(TableCode code, Column column) => code.Table.PrimaryKey?.Columns.Contains(column.Name) == true;

    /// <summary>Whether the column is the whole key.</summary>
    public static bool IsAlone(TableCode code, Column column) => code.Table.PrimaryKey is { Columns: [var alone] } && alone == column.Name;

    /// <summary>Whether the column's property needs <c>[Key]</c>.</summary>
    public static bool Marks(TableCode code, Column column) =>
        IsAlone(code, column) && !NeedsAttribute(code) && ByConvention(code) != column.Name;

    /// <summary>The class's attribute, if it needs one.</summary>
    public static string? OfClass(TableCode code)
    {
        if (code.Table.PrimaryKey is not { } key)
        {
            return code.Table.PartitionOf is null ? "[Keyless]" : null;
        }

        return !NeedsAttribute(code)
            ? null
            : new AttributeText("PrimaryKey")
                .Code(code.NamesOf(key.Columns))
                .Named("Name", key.Name == ObjectNames.PrimaryKey(code.Table.Name.Name) ? null : key.Name)
                .NamedList("Include", code.NamesOf(key.Include))
                .Named("WithoutOverlaps", key.WithoutOverlaps)
                .NamedCode("Deferrability", ConstraintTexts.Deferrability(key))
                .Named("Comment", key.Comment)
                .ToString();
    }

    private static bool NeedsAttribute(TableCode code) => code.Table.PrimaryKey is { } key
        && (key.Columns.Count > 1
            || key.Name != ObjectNames.PrimaryKey(code.Table.Name.Name)
            || key.Include.Count > 0
            || key.Deferrability != Deferrability.NotDeferrable
            || key.Comment is not null
            || code.Table.FindColumn(key.Columns[0]) is null);

    private static string? ByConvention(TableCode code)
    {
        var named = code.Table.Columns.FirstOrDefault(c => code.Property(c.Name).Equals("Id", StringComparison.OrdinalIgnoreCase))
            ?? code.Table.Columns.FirstOrDefault(c => code.Property(c.Name).Equals(code.Name.Name + "Id", StringComparison.OrdinalIgnoreCase));
        return named?.Name;
    }
}
