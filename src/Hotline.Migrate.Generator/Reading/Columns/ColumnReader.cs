using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Generator.Reading.Types;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Reading.Columns;

/// <summary>Reads one column from its property.</summary>
internal static class ColumnReader
{
    /// <summary>The column of <paramref name="property"/>, which is of <paramref name="type"/>.</summary>
    public static ModelColumn Read(ModelContext context, ModelProperty property, MappedType type, Part part)
    {
        var attributes = property.Attributes;
        var named = attributes.Find(AttributeNames.Column);
        var name = part.Prefix + (named?.Text(0) ?? SnakeCase.Of(property.Symbol.Name));
        context.CheckColumnName(name, property.Symbol, named?.Text(0) is null ? null : named);
        Need(context, property, type);
        var generated = Generated(context, attributes);
        var identity = ColumnValues.Identity(context, property, type.Type, named?.Text("TypeName"));
        var column = new Column
        {
            Name = name,
            Type = type.Type,
            Nullable = identity is null && (part.Nullable || Nullability.IsNullable(property)),
            Default = ColumnValues.Default(context, property, type),
            Identity = identity,
            Generated = generated,
            Collation = Collation(context, attributes, type.Type),
            Storage = Storage(attributes),
            Compression = Compression(context, attributes),
            Comment = attributes.Comment(),
            RenamedFrom = RenamedFrom(context, attributes),
            Backfill = Sql(context, attributes.Find(AttributeNames.Backfill)),
        };
        ReportConflicts(context, property, column);
        return new ModelColumn(column, part.Path + property.Symbol.Name, property, Order(named));
    }

    /// <summary>The SQL text of an attribute; an empty one is reported.</summary>
    public static string? Sql(ModelContext context, ModelAttribute? attribute)
    {
        if (attribute?.Text(0) is not { } sql)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(sql))
        {
            context.Report(DiagnosticCodes.InvalidArgument, attribute, "The SQL expression is empty.", "0");
            return null;
        }

        return sql.Trim();
    }

    private static void Need(ModelContext context, ModelProperty property, MappedType type)
    {
        if (type.Extension is { } extension)
        {
            context.Need(new Extension { Name = QualifiedName.Of(extension) });
        }

        if (type is not { EnumType: { } enumType, Enum: { } declaration })
        {
            return;
        }

        context.Need(enumType, declaration);
        context.CheckName(enumType.Name.Name, "enum type", property.Symbol);
        if (SqlTypeName.IsBuiltIn(enumType.Name.Name))
        {
            context.Report(
                DiagnosticCodes.InvalidEnum,
                property.Symbol,
                $"'{enumType.Name.Name}' is a type of PostgreSQL itself; give the enum '{declaration.Name}' another name by [PostgresEnum].");
        }

        if (enumType.Labels.IsEmpty || enumType.Labels.Distinct(StringComparer.Ordinal).Count() < enumType.Labels.Count)
        {
            context.Report(
                DiagnosticCodes.InvalidEnum,
                property.Symbol,
                enumType.Labels.IsEmpty
                    ? $"The enum '{declaration.Name}' has no members, so it can be no PostgreSQL enum."
                    : $"The enum '{declaration.Name}' has two members with the same label.");
        }

        // PostgreSQL takes the empty label.
        foreach (var label in enumType.Labels.Where(l => l.Length > 0))
        {
            context.CheckName(label, "label", property.Symbol);
        }
    }

    private static GeneratedColumn? Generated(ModelContext context, IReadOnlyList<ModelAttribute> attributes)
    {
        var attribute = attributes.Find(AttributeNames.Generated);
        return Sql(context, attribute) is { } sql ? new GeneratedColumn(sql, attribute!.Flag("Virtual")) : null;
    }

    private static string? Collation(ModelContext context, IReadOnlyList<ModelAttribute> attributes, string type)
    {
        if (attributes.Find(AttributeNames.Collation) is not { } attribute || attribute.Text(0) is not { } name)
        {
            return null;
        }

        context.CheckName(name, "collation", attribute.Owner, attribute, "0");
        var element = SqlTypeName.WithoutModifiers(type).Replace("[]", "");
        if (element is "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision" or "boolean" or "uuid" or "bytea" or "jsonb" or "json" or "date" or "interval"
            || element.StartsWith("time", StringComparison.Ordinal))
        {
            context.Report(DiagnosticCodes.ConflictingColumn, attribute, $"The type '{type}' has no collation.");
        }

        return SqlIdentifier.Quote(new QualifiedName(attribute.Text("Schema") ?? QualifiedName.DefaultSchema, name));
    }

    private static string? Storage(IReadOnlyList<ModelAttribute> attributes) =>
        attributes.Find(AttributeNames.Storage)?.Number(0) switch { 1 => "plain", 2 => "external", 3 => "extended", 4 => "main", _ => null };

    private static string? Compression(ModelContext context, IReadOnlyList<ModelAttribute> attributes)
    {
        if (attributes.Find(AttributeNames.Compression) is not { } attribute || attribute.Text(0) is not { } text)
        {
            return null;
        }

        var method = text.Trim().ToLowerInvariant();
        if (method is not ("pglz" or "lz4"))
        {
            context.Report(DiagnosticCodes.InvalidArgument, attribute, $"PostgreSQL has no compression '{text}'; it has pglz and lz4.", "0");
        }

        return method;
    }

    private static string? RenamedFrom(ModelContext context, IReadOnlyList<ModelAttribute> attributes)
    {
        var attribute = attributes.Find(AttributeNames.RenamedFrom);
        if (attribute?.Text(0) is { } name)
        {
            context.CheckName(name, "column", attribute.Owner, attribute, "0");
        }

        return attribute?.Text(0);
    }

    private static int? Order(ModelAttribute? column)
    {
        foreach (var argument in column?.Data.NamedArguments ?? [])
        {
            if (argument is { Key: "Order", Value.Value: int order and >= 0 })
            {
                return order;
            }
        }

        return null;
    }

    private static void ReportConflicts(ModelContext context, ModelProperty property, Column column)
    {
        string?[] sources =
        [
            column.Default is null ? null : "a default",
            column.Identity is null ? null : "identity",
            column.Generated is null ? null : "a generation expression",
        ];
        var given = sources.OfType<string>().ToList();
        if (given.Count > 1)
        {
            context.Report(
                DiagnosticCodes.ConflictingColumn,
                property.Symbol,
                $"'{context.Model.Name}.{property.Symbol.Name}' has {string.Join(" and ", given)}; a column takes only one of them.");
        }
    }
}
