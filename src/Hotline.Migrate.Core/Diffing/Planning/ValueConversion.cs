using Hotline.Migrate.Diffing.Types;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>How values of one type become values of another, which may be types of the schema.</summary>
internal static class ValueConversion
{
    /// <param name="context">The plan.</param>
    /// <param name="value">The value as SQL.</param>
    /// <param name="old">Its type.</param>
    /// <param name="new">The type that it gets.</param>
    /// <param name="isConverted">Whether the values are already those of what <paramref name="old"/> becomes.</param>
    public static TypeConversion Of(PlanContext context, string value, string old, string @new, bool isConverted = false)
    {
        var before = isConverted ? context.To : context.From;
        var (from, to) = (WithoutDomains(context, before, old), WithoutDomains(context, context.To, @new));
        var (fromElement, toElement) = (TypeName.Element(from), TypeName.Element(to));
        if (IsDomain(context, before, fromElement) || IsDomain(context, context.To, toElement))
        {
            // Arrays of domains over arrays: PostgreSQL converts them where it assigns each of them, and has no expression else.
            return SqlTypeName.IsArray(from) && SqlTypeName.IsArray(to) && Of(context, value, fromElement, toElement, isConverted) is { Possible: true, Using: null } element
                ? element
                : new TypeConversion(false);
        }

        return IsOfOtherRows(context, fromElement, toElement)
            ? new TypeConversion(false)
            : TypeConversion.Of(value, from, to, context.IsEnum);
    }

    /// <summary>What a type is over, through all domains; that of an array's elements too, where those are no arrays themselves.</summary>
    public static string WithoutDomains(PlanContext context, DatabaseSchema schema, string type)
    {
        // No domain is over itself; a schema that says so must not end in a loop.
        for (var i = 0; i < schema.Objects.Count; i++)
        {
            if (Domain(context, schema, type) is not { } domain || (SqlTypeName.IsArray(type) && SqlTypeName.IsArray(domain.Type)))
            {
                break;
            }

            type = SqlTypeName.IsArray(type) ? domain.Type + "[]" : domain.Type;
        }

        return type;
    }

    private static bool IsDomain(PlanContext context, DatabaseSchema schema, string type) => Domain(context, schema, type) is not null;

    private static Domain? Domain(PlanContext context, DatabaseSchema schema, string type) =>
        context.UserTypes(type).Select(k => schema.Find<Domain>(k.Name)).FirstOrDefault();

    // Rows of one type are not rows of another, whatever their fields; texts can be read as both.
    private static bool IsOfOtherRows(PlanContext context, string from, string to) =>
        !TypeName.SameBase(from, to)
        && ((IsRow(context, from) && TypeName.Family(to) is not (TypeFamily.Text or TypeFamily.Json))
            || (IsRow(context, to) && (TypeName.Family(from) != TypeFamily.Text || !IsReadInItsOrder(context, to, depth: 0))));

    private static bool IsRow(PlanContext context, string type) => context.UserTypes(type)
        .Any(k => k == SchemaKey.Relation(k.Name) || context.From.Find<CompositeType>(k.Name) is not null || context.To.Find<CompositeType>(k.Name) is not null);

    // The text of a row goes by the order in which its fields are stored. That is the schema's where the type is new; else it is not known, but stays as long
    // as the type does.
    private static bool IsReadInItsOrder(PlanContext context, string type, int depth) => depth <= context.To.Objects.Count
        && context.UserTypes(type).All(k =>
            !context.Replacements.Contains(k.Name)
            && (context.From.Objects.Any(o => o.Name == k.Name) ? Parts(context.From, k.Name).SequenceEqual(Parts(context.To, k.Name)) : !context.Restoring)
            && Parts(context.To, k.Name).All(p => IsReadInItsOrder(context, p.Type, depth + 1)));

    private static IEnumerable<(string Name, string Type)> Parts(DatabaseSchema schema, QualifiedName type) => schema.Objects.Where(o => o.Name == type).SelectMany(o => o switch
    {
        CompositeType composite => composite.Fields.Select(f => (f.Name, f.Type)),
        Table table => table.Columns.Select(c => (c.Name, c.Type)),
        Domain domain => [("", domain.Type)],
        _ => Enumerable.Empty<(string, string)>(),
    });
}
