using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>Which enum types become C# enums: those that a column is of. The build knows an enum by its columns; the others are SQL files.</summary>
internal static class EnumPlaces
{
    /// <summary>The enum types that become C# enums.</summary>
    public static IReadOnlyList<EnumType> Classes(DatabaseSchema schema, IEnumerable<Table> classes)
    {
        var used = classes.SelectMany(t => t.Columns).Select(c => SqlTypeName.IsArray(c.Type) ? c.Type[..^2] : c.Type).ToHashSet(StringComparer.Ordinal);
        return [.. schema.Objects.OfType<EnumType>().Where(e =>
            !e.Labels.IsEmpty && !SqlTypeName.IsBuiltIn(e.Name.Name) && used.Contains(SqlIdentifier.Quote(e.Name)))];
    }
}
