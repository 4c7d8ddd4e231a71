using Hotline.Migrate.Diffing.Types;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Where a column's large values go, and how they are compressed.</summary>
internal static class ColumnStorageSql
{
    /// <summary>The actions that a column of its type's defaults needs.</summary>
    public static IReadOnlyList<string> OfNew(Column column) => [.. Changes(column with { Storage = null, Compression = null }, column)];

    /// <summary>The actions of <c>ALTER TABLE</c>; a change of the type has taken both back to the type's defaults.</summary>
    public static IEnumerable<string> Changes(Column old, Column @new)
    {
        var retyped = old.Type != @new.Type;
        if (retyped ? @new.Storage is not null : old.Storage != @new.Storage)
        {
            yield return $"{AlterColumnSql.Column(@new)} SET STORAGE {(@new.Storage ?? StorageOf(@new.Type)).ToUpperInvariant()}";
        }

        if (retyped ? @new.Compression is not null : old.Compression != @new.Compression)
        {
            yield return $"{AlterColumnSql.Column(@new)} SET COMPRESSION {@new.Compression ?? "default"}";
        }
    }

    // SET STORAGE DEFAULT is there from version 16 on.
    private static string StorageOf(string type) => TypeName.Base(type) switch
    {
        _ when SqlTypeName.IsArray(type) => "extended",
        "numeric" or "inet" or "cidr" or "geometry" or "geography" or "raster" => "main",
        "tsquery" or "cube" => "plain",
        _ => "extended",
    };
}
