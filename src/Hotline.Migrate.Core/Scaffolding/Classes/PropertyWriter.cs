using Hotline.Migrate.Scaffolding.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>Writes the property of a column, with everything that is said of this column alone.</summary>
internal static class PropertyWriter
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";
    private const string Ours = "Hotline.Migrate";

    /// <summary>The property of a column.</summary>
    /// <param name="code">The class.</param>
    /// <param name="column">The column.</param>
    /// <param name="own">The attributes of constraints and indexes on this column alone.</param>
    public static PropertyText Write(TableCode code, Column column, IReadOnlyList<ConstraintText> own)
    {
        var type = ClrTypes.Of(column.Type, code.Types, code.Npgsql);
        if (TypeDiffers(code, column))
        {
            type = type with { TypeName = column.Type, MaxLength = null, Precision = null };
        }

        var name = code.Property(column.Name);
        var key = KeyText.IsKey(code, column);
        var usings = new List<string?> { type.Using, type.ArgumentUsing };
        var lines = new List<string>();

        void Add(string? attribute, string space)
        {
            if (attribute is not null)
            {
                lines.Add(attribute);
                usings.Add(space);
            }
        }

        Add(KeyText.Marks(code, column) ? "[Key]" : null, Annotations);
        Add(ColumnAttribute(column, name, type), Annotations + ".Schema");
        Add(type.MaxLength is { } length ? new AttributeText("MaxLength").Code(length.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToString() : null, Annotations);
        Add(type.Precision is { } precision ? new AttributeText("Precision").Code(precision).ToString() : null, Ours);
        var value = ColumnValue.Of(code, column, type);
        Add(value.Attribute, value.IsStandard ? Annotations + ".Schema" : Ours);
        Add(Collation(column), Ours);
        Add(column.Storage is { } storage ? new AttributeText("Storage").Code("ColumnStorage." + char.ToUpperInvariant(storage[0]) + storage[1..]).ToString() : null, Ours);
        Add(column.Compression is { } method ? new AttributeText("Compression").Text(method).ToString() : null, Ours);
        foreach (var constraint in own)
        {
            Add(constraint.Attribute, Ours);
        }

        Add(column.Comment is { } comment ? new AttributeText("Comment").Text(comment).ToString() : null, Ours);
        lines.Add(Declaration(column, type, name, nullable: column.Nullable && !key && column.Identity is null, value));
        return new PropertyText(
            name,
            string.Join('\n', lines),
            [.. usings.OfType<string>().Distinct(StringComparer.Ordinal)],
            own.All(c => c.IsShareable) && value.IsShareable && (code.Types.EnumOf(column.Type) is not { } enumType || code.IsOfRoot(enumType)));
    }

    private static string? ColumnAttribute(Column column, string property, ClrType type)
    {
        var differs = SnakeCase.Of(property) != column.Name;
        if (!differs && type.TypeName is null)
        {
            return null;
        }

        var attribute = new AttributeText("Column");
        return (differs ? attribute.Text(column.Name) : attribute).Named("TypeName", type.TypeName).ToString();
    }

    private static string? Collation(Column column)
    {
        if (column.Collation is not { } collation || SqlIdentifier.Split(collation) is not { } parts)
        {
            return null;
        }

        var attribute = new AttributeText("Collation").Text(parts[^1]);
        return (parts.Count > 1 ? attribute.Named("Schema", parts[0]) : attribute).ToString();
    }

    private static string Declaration(Column column, ClrType type, string name, bool nullable, ColumnValue value)
    {
        var needsValue = type.IsReference && !nullable;
        var initial = needsValue && (value.IsMade || value.Initial is not null) ? $" = {value.Initial ?? "null!"};" : "";
        var required = needsValue && initial.Length == 0 ? "required " : "";
        var setter = column.Generated is null ? "set" : "private set";
        return $"public {required}{type.Name}{(nullable ? "?" : "")} {name} {{ get; {setter}; }}{initial}";
    }

    // PostgreSQL lets such columns reference each other; a model says the type so that it is seen to be meant.
    private static bool TypeDiffers(TableCode code, Column column) => code.Table.ForeignKeys.Any(key =>
        key.Columns.Select((c, i) => (c, i)).Any(pair => pair.c == column.Name
            && code.ColumnOf(key.References, key.ReferencedColumns[pair.i]) is { } target
            && SqlTypeName.WithoutModifiers(target.Type) != SqlTypeName.WithoutModifiers(column.Type)
            && !(IsText(target.Type) && IsText(column.Type))));

    private static bool IsText(string type) => SqlTypeName.WithoutModifiers(type) is "text" or "character varying";
}
