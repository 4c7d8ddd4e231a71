using Hotline.Migrate.Diffing.Types;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>
/// How values of types that are made anew together become values of the new ones. There are casts for that: those of composite types go by the names of
/// the fields, for the order in which they are stored is in no schema; PostgreSQL applies them to arrays and domains by itself.
/// </summary>
internal static class TypeGroupConversion
{
    /// <summary>The conversion of a column from its old type to what that becomes; if the column gets another type, it does so after that.</summary>
    public static TypeConversion Of(PlanContext context, TablePair table, Column old, Column @new)
    {
        var conversion = Of(context, SqlIdentifier.Quote(@new.Name), old.Type, old.Type);
        return conversion.Possible || !context.Restoring ? conversion : ColumnConversion.Restored(context, table, @new with { Type = old.Type });
    }

    public static DomainUse Use(TablePair table, Column old, Column @new, TypeConversion conversion) =>
        new(table.Name, @new.Name, old.Type, conversion.Using, old.Default, old.Type == @new.Type ? @new.Default : null);

    /// <summary>What a field of the new type becomes out of <c>$1</c>, a value of the old one.</summary>
    public static TypeConversion Field(PlanContext context, CompositeType old, CompositeField field)
    {
        var value = $"($1).{SqlIdentifier.Quote(field.Name)}";
        if (old.Fields.FirstOrDefault(f => f.Name == field.Name) is not { } was)
        {
            return new TypeConversion(context.Restoring || !RefusesNull(context, field.Type), $"NULL::{field.Type}");
        }

        var conversion = Of(context, value, was.Type, field.Type);
        return conversion.Possible ? conversion with { Using = conversion.Using ?? value }
            : context.Restoring ? new TypeConversion(true, $"NULL::{field.Type}", "all values")
            : conversion;
    }

    private static TypeConversion Of(PlanContext context, string value, string old, string @new) =>
        IsCast(context, old, @new, depth: 0) ? new TypeConversion(true) : ValueConversion.Of(context, value, old, @new);

    private static bool RefusesNull(PlanContext context, string type) => !SqlTypeName.IsArray(type)
        && context.UserTypes(type).Select(k => context.To.Find<Domain>(k.Name)).OfType<Domain>().Any(d => d.NotNull || RefusesNull(context, d.Type));

    private static bool IsCast(PlanContext context, string old, string @new, int depth)
    {
        var (from, to) = (ValueConversion.WithoutDomains(context, context.From, old), ValueConversion.WithoutDomains(context, context.To, @new));
        return SqlTypeName.IsArray(from) && SqlTypeName.IsArray(to)
            ? depth <= context.To.Objects.Count && IsCast(context, TypeName.Element(from), TypeName.Element(to), depth + 1)
            : from == to && context.Replacements.Find(from) is { New: EnumType or CompositeType };
    }
}
