using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Renames;

/// <summary>Writes an SQL object with other names of tables, columns and types, as PostgreSQL itself tells it after a rename.</summary>
/// <remarks>Bodies that are strings stay: PostgreSQL does not look into them either.</remarks>
internal static class SqlObjectRewriter
{
    public static SqlObject Rewrite(SqlObject sqlObject, RenameSet renames)
    {
        var own = sqlObject.On?.Schema ?? sqlObject.Name.Schema;
        string Text(string sql) => new DefinitionRewriter(renames, own).Rewrite(sql);
        var definition = Text(sqlObject.Definition);
        var renamed = sqlObject switch
        {
            { On: { } relation } => SqlObject.OnRelation(sqlObject.Kind, renames.Table(relation), sqlObject.OwnName, definition),
            { Arguments: { } arguments } =>
                SqlObject.Routine(sqlObject.Kind, sqlObject.Name with { Name = sqlObject.OwnName }, Types(arguments, renames), definition),
            _ => SqlObject.Of(sqlObject.Kind, sqlObject.Name, definition),
        };
        return renamed with
        {
            Additions = sqlObject.Additions.Select(Text).ToEquatableArray(),
            Indexes = sqlObject.Indexes,
            ColumnComments = sqlObject.ColumnComments,
            Comment = sqlObject.Comment,
        };
    }

    private static string Types(string arguments, RenameSet renames)
    {
        var types = renames.AllTypes.Concat(renames.Tables).GroupBy(r => SqlIdentifier.Quote(r.Key)).ToDictionary(g => g.Key, g => SqlIdentifier.Quote(g.First().Value));
        return string.Join(", ", arguments.Split(", ").Select(type =>
        {
            var element = type.TrimEnd('[', ']');
            return types.TryGetValue(element, out var renamed) ? renamed + type[element.Length..] : type;
        }));
    }
}
