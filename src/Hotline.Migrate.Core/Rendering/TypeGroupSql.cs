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

        // Values are converted field by field, so both have to have the same ones.
        foreach (var sql in replace.Types.SelectMany(t => t.Old is CompositeType old && t.New is CompositeType @new ? Fit(old, @new) : []))
        {
            yield return sql;
        }

        foreach (var uses in replace.Uses.GroupBy(u => u.Table))
        {
            yield return AlterColumnSql.AlterTable(uses.Key, [.. uses.SelectMany(DomainSql.Convert)]);
        }

        foreach (var type in replace.Types.Reverse())
        {
            yield return $"DROP {Word(type.Old)} {SqlIdentifier.Quote(SpareName.Of(type.Old.Name, Suffix))}";
        }
    }

    private static IEnumerable<string> Create(SchemaObject type) => type switch
    {
        EnumType created => EnumSql.Create(created),
        Domain created => DomainSql.Create(created),
        CompositeType created => CompositeSql.Create(created),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "No such type is made anew."),
    };

    private static IEnumerable<string> Fit(CompositeType old, CompositeType @new)
    {
        var aside = old with { Name = SpareName.Of(old.Name, Suffix), Comment = null };
        var fitting = aside with
        {
            Fields = [.. @new.Fields.Select(f => old.Fields.FirstOrDefault(o => o.Name == f.Name) ?? f with { Comment = null })],
        };
        return CompositeSql.Alter(aside, fitting);
    }

    private static string Word(SchemaObject type) => type is Domain ? "DOMAIN" : "TYPE";
}
