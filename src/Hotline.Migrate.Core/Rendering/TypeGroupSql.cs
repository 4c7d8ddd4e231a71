using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Types that are made anew together: all old ones go aside, the new ones come, the columns are converted, the old ones are dropped.</summary>
internal static class TypeGroupSql
{
    private const string Suffix = "_old";

    public static IEnumerable<string> Replace(ReplaceTypes replace)
    {
        foreach (var type in replace.Types)
        {
            yield return $"ALTER {Word(type.Old)} {SqlIdentifier.Quote(type.Old.Name)} RENAME TO {SqlIdentifier.Quote(SpareName.Of(type.Old.Name.Name, Suffix))}";
        }

        foreach (var sql in replace.Types.SelectMany(t => Create(t.New)))
        {
            yield return sql;
        }

        var casts = replace.Uses.Count == 0 ? [] : replace.Types.Where(t => t.New is EnumType or CompositeType).ToList();
        foreach (var sql in casts.SelectMany(CreateCast))
        {
            yield return sql;
        }

        foreach (var uses in replace.Uses.GroupBy(u => u.Table))
        {
            yield return AlterColumnSql.AlterTable(uses.Key, [.. uses.SelectMany(DomainSql.Convert)]);
        }

        foreach (var sql in casts.AsEnumerable().Reverse().SelectMany(DropCast))
        {
            yield return sql;
        }

        foreach (var type in replace.Types.Reverse())
        {
            yield return $"DROP {Word(type.Old)} {Aside(type)}";
        }
    }

    private static IEnumerable<string> Create(SchemaObject type) => type switch
    {
        EnumType created => EnumSql.Create(created),
        Domain created => DomainSql.Create(created),
        CompositeType created => CompositeSql.Create(created),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "No such type is made anew."),
    };

    // Its result is assigned to the fields, as a value is to a column: what does not fit fails, and nothing is cut off.
    private static IEnumerable<string> CreateCast(TypeReplacement type)
    {
        if (type.New is CompositeType)
        {
            yield return $"CREATE FUNCTION {Function(type)} RETURNS {SqlIdentifier.Quote(type.New.Name)} LANGUAGE sql STRICT AS "
                + SqlLiteral.Quote($"SELECT {string.Join(", ", type.Fields)}");
        }

        yield return $"CREATE CAST {Cast(type)} {(type.New is CompositeType ? $"WITH FUNCTION {Function(type)}" : "WITH INOUT")} AS ASSIGNMENT";
    }

    private static IEnumerable<string> DropCast(TypeReplacement type)
    {
        yield return $"DROP CAST {Cast(type)}";
        if (type.New is CompositeType)
        {
            yield return $"DROP FUNCTION {Function(type)}";
        }
    }

    private static string Cast(TypeReplacement type) => $"({Aside(type)} AS {SqlIdentifier.Quote(type.New.Name)})";

    private static string Function(TypeReplacement type) => $"{SqlIdentifier.Quote(SpareName.Of(type.New.Name, "_new"))}({Aside(type)})";

    private static string Aside(TypeReplacement type) => SqlIdentifier.Quote(SpareName.Of(type.Old.Name, Suffix));

    private static string Word(SchemaObject type) => type is Domain ? "DOMAIN" : "TYPE";
}
