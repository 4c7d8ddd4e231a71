using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Finds the columns that store values of a type inside those of another type.</summary>
internal static class StoredTypes
{
    /// <summary>A column that stays and has values of the type in it, or <c>null</c>.</summary>
    /// <param name="context">The plan.</param>
    /// <param name="type">The type.</param>
    /// <param name="inside">Whether columns of the very type do not count, only those where it is part of another.</param>
    public static string? Column(PlanContext context, QualifiedName type, bool inside) => Column(context, SchemaKey.Type(type), inside);

    /// <summary>A column that stays and has rows of the table in it, or <c>null</c>.</summary>
    public static string? Column(PlanContext context, SchemaKey relation) => Column(context, relation, inside: false);

    /// <summary>Why no column of the table can be converted, or <c>null</c>.</summary>
    public static string? Obstacle(PlanContext context, TablePair table) => Column(context, SchemaKey.Relation(table.Name)) is { } holder
        ? $"{holder} stores rows of {table.Name}, which has a column of it"
        : null;

    private static string? Column(PlanContext context, SchemaKey type, bool inside) => (
        from table in context.Tables
        from column in table.Columns
        where Reaches(context, context.From, column.Old.Type, type, inside, depth: 0)
            && Reaches(context, context.To, column.New.Type, type, inside, depth: 0)
        select $"{table.Name}.{column.New.Name}").FirstOrDefault();

    private static bool Reaches(PlanContext context, DatabaseSchema schema, string type, SchemaKey wanted, bool inside, int depth)
    {
        // A type is not made of itself; a schema that says so must not end in a loop.
        if (depth > schema.Objects.Count || context.UserTypes(type).FirstOrDefault() is not { Kind: not null } key)
        {
            return false;
        }

        return (key == wanted && !inside)
            || (schema.Find<CompositeType>(key.Name) is { } composite && composite.Fields.Any(f => Reaches(context, schema, f.Type, wanted, inside: false, depth + 1)))
            || (schema.Find<Domain>(key.Name) is { } domain && Reaches(context, schema, domain.Type, wanted, inside, depth + 1));
    }
}
