using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Composite types.</summary>
internal static class CompositeSql
{
    public static IEnumerable<string> Create(CompositeType type)
    {
        var fields = string.Join(",", type.Fields.Select(f => "\n    " + Field(f)));
        yield return $"CREATE TYPE {SqlIdentifier.Quote(type.Name)} AS ({fields}{(fields.Length == 0 ? "" : "\n")})";
        foreach (var sql in Comments(new CompositeType { Name = type.Name }, type))
        {
            yield return sql;
        }
    }

    public static IEnumerable<string> Alter(CompositeType old, CompositeType @new)
    {
        var before = old.Fields.ToDictionary(f => f.Name, StringComparer.Ordinal);
        var after = @new.Fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        string[] actions =
        [
            .. old.Fields.Where(f => !after.Contains(f.Name)).Select(f => $"DROP ATTRIBUTE {SqlIdentifier.Quote(f.Name)}"),
            .. @new.Fields.Where(f => before.TryGetValue(f.Name, out var was) && (was.Type != f.Type || was.Collation != f.Collation))
                .Select(f => $"ALTER ATTRIBUTE {SqlIdentifier.Quote(f.Name)} TYPE {Type(f)}"),
            .. @new.Fields.Where(f => !before.ContainsKey(f.Name)).Select(f => $"ADD ATTRIBUTE {Field(f)}"),
        ];
        if (actions.Length > 0)
        {
            yield return $"ALTER TYPE {SqlIdentifier.Quote(@new.Name)}"
                + (actions.Length == 1 ? " " + actions[0] : "\n    " + string.Join(",\n    ", actions));
        }

        foreach (var sql in Comments(old, @new))
        {
            yield return sql;
        }
    }

    private static string Field(CompositeField field) => $"{SqlIdentifier.Quote(field.Name)} {Type(field)}";

    private static string Type(CompositeField field) => field.Type + (field.Collation is { } collation ? $" COLLATE {collation}" : "");

    private static IEnumerable<string> Comments(CompositeType old, CompositeType @new)
    {
        if (old.Comment != @new.Comment)
        {
            yield return CommentSql.Set(new CommentTarget("TYPE", @new.Name), @new.Comment);
        }

        foreach (var field in @new.Fields.Where(f => f.Comment != old.Fields.FirstOrDefault(o => o.Name == f.Name)?.Comment))
        {
            yield return CommentSql.Set(new CommentTarget("COLUMN", @new.Name, field.Name), field.Comment);
        }
    }
}
