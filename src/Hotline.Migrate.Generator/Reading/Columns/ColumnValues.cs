using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Generator.Reading.Types;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Reading.Columns;

/// <summary>Reads where a column's values come from when an INSERT gives none: identity or default.</summary>
internal static class ColumnValues
{
    /// <summary><c>DatabaseGeneratedOption.None</c>.</summary>
    public const int NotGenerated = 0;

    private const int GeneratedOnInsert = 1;

    /// <summary>The identity that attributes or a serial type give; that of an integer key is the key's reader's to add.</summary>
    public static Identity? Identity(ModelContext context, ModelProperty property, string type, string? typeName)
    {
        var attribute = property.Attributes.Find(AttributeNames.Identity);
        if (attribute is not null)
        {
            if (!IsInteger(type))
            {
                context.Report(
                    DiagnosticCodes.IdentityType,
                    attribute,
                    $"'{property.Symbol.Name}' is of type '{type}'; identity needs smallint, integer or bigint.");
                return null;
            }

            return new Identity(attribute.Flag("Always"), ObjectReader.Options(attribute));
        }

        return IsInteger(type) && (GeneratedOption(property) == GeneratedOnInsert || (typeName is not null && SqlTypeName.IsSerial(typeName)))
            ? new Identity(false, SequenceOptions.Default)
            : null;
    }

    /// <summary>The default as SQL.</summary>
    public static string? Default(ModelContext context, ModelProperty property, MappedType type)
    {
        var literal = property.Attributes.Find(AttributeNames.Default);
        var sql = property.Attributes.Find(AttributeNames.DefaultSql);
        if (Serial(context, property, type.Type) is { } serial)
        {
            if ((literal ?? sql) is { } beside)
            {
                context.Report(DiagnosticCodes.ConflictingColumn, beside, $"'{property.Symbol.Name}' is [Serial] and has a default; a column takes only one of them.");
            }

            return serial;
        }

        if (literal is not null && sql is not null)
        {
            context.Report(DiagnosticCodes.ConflictingColumn, literal, $"'{property.Symbol.Name}' has [Default] and [DefaultSql]; a column takes only one of them.");
        }

        if (sql is not null)
        {
            return ColumnReader.Sql(context, sql);
        }

        if (literal is not null)
        {
            return Literal(context, literal, type);
        }

        return GeneratedOption(property) == GeneratedOnInsert ? OnInsert(context, property, type.Type) : null;
    }

    // A column name in front of a part of a complex property is not known here; its serial would need one sequence for each.
    private static string? Serial(ModelContext context, ModelProperty property, string type)
    {
        if (property.Attributes.Find(AttributeNames.Serial) is not { } attribute)
        {
            return null;
        }

        if (!IsInteger(type))
        {
            context.Report(DiagnosticCodes.IdentityType, attribute, $"'{property.Symbol.Name}' is of type '{type}'; serial needs smallint, integer or bigint.");
            return null;
        }

        var column = property.Attributes.Find(AttributeNames.Column)?.Text(0) ?? SnakeCase.Of(property.Symbol.Name);
        var name = new QualifiedName(
            attribute.Text("Schema") ?? context.Table.Schema,
            attribute.Text("Name") ?? ObjectNames.Sequence(context.Table.Name, column));
        context.CheckName(name.Name, "sequence", attribute.Owner, attribute, attribute.Text("Name") is null ? null : "Name");
        context.Need(new Sequence
        {
            Name = name,
            Type = ObjectReader.SequenceType(context, attribute, type),
            Options = ObjectReader.Options(attribute),
            OwnedBy = new ColumnReference(context.Table, column),
            Comment = attribute.Text("Comment"),
        });
        return $"nextval('{SqlIdentifier.Quote(name).Replace("'", "''")}'::regclass)";
    }

    /// <summary>What <c>[DatabaseGenerated]</c> says, if it is there.</summary>
    public static int? GeneratedOption(ModelProperty property) => property.Attributes.Find(AttributeNames.DatabaseGenerated)?.Number(0);

    /// <summary>Whether a canonical type can be identity.</summary>
    public static bool IsInteger(string type) => type is "smallint" or "integer" or "bigint";

    // EF Core leaves such a column NOT NULL without any default, so that every INSERT fails.
    private static string? OnInsert(ModelContext context, ModelProperty property, string type)
    {
        var bare = SqlTypeName.WithoutModifiers(type);
        var sql = bare switch
        {
            "uuid" => "gen_random_uuid()",
            "timestamp with time zone" or "timestamp without time zone" => "now()",
            "date" => "CURRENT_DATE",
            _ => null,
        };
        if (sql is null && !IsInteger(type))
        {
            context.Report(
                DiagnosticCodes.IdentityType,
                property.Attributes.Find(AttributeNames.DatabaseGenerated)!,
                $"The database cannot make values of type '{type}' by itself; say how by [DefaultSql].");
        }

        return sql;
    }

    private static string? Literal(ModelContext context, ModelAttribute attribute, MappedType type)
    {
        if (attribute.Argument(0) is not { IsNull: false } value)
        {
            return null;
        }

        var sql = DefaultLiteral.Of(value, type);
        if (sql is null)
        {
            context.Report(DiagnosticCodes.InvalidDefault, attribute, $"{value.ToCSharp()} is no value of type '{type.Type}'.", "0");
        }

        return sql;
    }
}
