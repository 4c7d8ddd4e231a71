using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>How statements name an SQL object.</summary>
internal static class SqlObjectWords
{
    /// <summary>The key words after <c>CREATE</c>, <c>DROP</c> and <c>COMMENT ON</c>.</summary>
    public static string KeyWords(string kind) => kind switch
    {
        SchemaKinds.Range => "TYPE",
        SchemaKinds.ForeignServer => "SERVER",
        _ => kind.Replace('_', ' ').ToUpperInvariant(),
    };

    /// <summary>What <c>COMMENT ON</c> names.</summary>
    public static CommentTarget Comment(SqlObject sqlObject) => new(
        KeyWords(sqlObject.Kind),
        sqlObject.On ?? sqlObject.Name with { Name = sqlObject.OwnName },
        sqlObject.On is null ? null : sqlObject.OwnName,
        sqlObject.Arguments);

    /// <summary>The key words and the name, as <c>DROP</c> takes them.</summary>
    public static string Full(SqlObject sqlObject)
    {
        var name = SqlIdentifier.Quote(sqlObject.OwnName);
        var words = KeyWords(sqlObject.Kind);
        if (sqlObject.On is { } relation)
        {
            return $"{words} {name} ON {SqlIdentifier.Quote(relation)}";
        }

        if (sqlObject.Kind is SchemaKinds.TextSearchDictionary or SchemaKinds.TextSearchConfiguration)
        {
            return $"{words} {SqlIdentifier.QuoteWhole(sqlObject.Name)}";
        }

        return SchemaKinds.IsDatabaseWide(sqlObject.Kind)
            ? $"{words} {name}"
            : $"{words} {SqlIdentifier.Quote(sqlObject.Name with { Name = sqlObject.OwnName })}{(sqlObject.Arguments is { } types ? $"({types})" : "")}";
    }
}
