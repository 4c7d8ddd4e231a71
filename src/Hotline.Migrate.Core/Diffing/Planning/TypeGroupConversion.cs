using Hotline.Migrate.Diffing.Types;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>How values of a type that is made anew become values of the new one: as text, or field by field where the text does not tell it.</summary>
internal static class TypeGroupConversion
{
    public static TypeConversion Of(PlanContext context, Column old, Column @new)
    {
        var name = SqlIdentifier.Quote(@new.Name);

        // The text of a record goes by the order of its fields, which no schema tells: by name is better where it is possible.
        if ((context.Replacements.Find(old.Type)?.Old, context.Replacements.Find(@new.Type)?.New) is (CompositeType before, CompositeType after)
            && !SqlTypeName.IsArray(old.Type)
            && !SqlTypeName.IsArray(@new.Type)
            && Fields(context, name, before, after) is { Possible: true } byName)
        {
            return byName;
        }

        if (ReadsAsText(context, old.Type, @new.Type, depth: 0))
        {
            return new TypeConversion(true, $"{name}::text::{@new.Type}");
        }

        return SqlTypeName.IsArray(old.Type) || SqlTypeName.IsArray(@new.Type)
            ? new TypeConversion(false)
            : (context.Replacements.Find(old.Type)?.Old, context.Replacements.Find(@new.Type)?.New) switch
            {
                (Domain was, Domain becomes) when context.Replacements.Find(was.Type) is null =>
                    TypeConversion.Of($"{name}::{was.Type}", was.Type, becomes.Type, context.IsEnum),
                _ => new TypeConversion(false),
            };
    }

    private static TypeConversion Fields(PlanContext context, string column, CompositeType old, CompositeType @new)
    {
        var values = new List<string>();
        foreach (var field in @new.Fields)
        {
            var value = $"({column}).{SqlIdentifier.Quote(field.Name)}";
            if (old.Fields.FirstOrDefault(f => f.Name == field.Name) is not { } was)
            {
                values.Add("NULL");
            }
            else if (ReadsAsText(context, was.Type, field.Type, depth: 0))
            {
                values.Add(was.Type == field.Type && context.Replacements.Find(was.Type) is null ? value : $"{value}::text::{field.Type}");
            }
            else if (context.Replacements.Find(was.Type) is null && TypeConversion.Of(value, was.Type, field.Type, context.IsEnum) is { Possible: true } conversion)
            {
                values.Add(conversion.Using ?? $"{value}::{field.Type}");
            }
            else
            {
                return new TypeConversion(false);
            }
        }

        // A record of NULLs alone is not the same as no record.
        return new TypeConversion(true, $"CASE WHEN {column} IS DISTINCT FROM NULL THEN ROW({string.Join(", ", values)})::{SqlIdentifier.Quote(@new.Name)} END");
    }

    /// <summary>Whether what PostgreSQL writes for a value of the old type is what it reads as the converted value of the new one.</summary>
    private static bool ReadsAsText(PlanContext context, string old, string @new, int depth)
    {
        if (SqlTypeName.IsArray(old) != SqlTypeName.IsArray(@new) || depth > context.To.Objects.Count)
        {
            return false;
        }

        return (context.Replacements.Find(old)?.Old, context.Replacements.Find(@new)?.New) switch
        {
            (EnumType, EnumType) => true,
            (Domain was, Domain becomes) => ReadsAsText(context, was.Type, becomes.Type, depth + 1),
            (CompositeType was, CompositeType becomes) => becomes.Fields.All(f =>
                was.Fields.FirstOrDefault(o => o.Name == f.Name) is not { } field || ReadsAsText(context, field.Type, f.Type, depth + 1)),
            (null, null) => old == @new || ReadsAsText(context, TypeName.Element(old), TypeName.Element(@new)),
            _ => false,
        };
    }

    private static bool ReadsAsText(PlanContext context, string old, string @new)
    {
        if (TypeName.SameBase(old, @new))
        {
            return true;
        }

        if (context.IsEnum(old) || context.IsEnum(@new))
        {
            return (context.IsEnum(old) || TypeName.Family(old) == TypeFamily.Text) && (context.IsEnum(@new) || TypeName.Family(@new) == TypeFamily.Text);
        }

        return (TypeName.Family(old), TypeName.Family(@new)) switch
        {
            (TypeFamily.Integer, TypeFamily.Integer or TypeFamily.Decimal) => true,
            (TypeFamily.Decimal, TypeFamily.Decimal) => true,
            (TypeFamily.Text, not TypeFamily.Unknown) => true,
            (TypeFamily.Integer or TypeFamily.Decimal or TypeFamily.DateTime or TypeFamily.Time or TypeFamily.Json or TypeFamily.Other, TypeFamily.Text) => true,
            (TypeFamily.Json, TypeFamily.Json) => true,
            (TypeFamily.DateTime, TypeFamily.DateTime) => "timestamp with time zone" is var zoned && TypeName.Base(old) != zoned && TypeName.Base(@new) != zoned,
            _ => false,
        };
    }
}
