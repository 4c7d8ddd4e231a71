using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Comments.</summary>
internal static class CommentSql
{
    private const string DomainConstraint = "DOMAIN CONSTRAINT";

    public static string Set(CommentTarget target, string? comment) => target.Kind == "EXTENSION" && comment is null
        ? OfExtensionItself(target.Name.Name)
        : $"COMMENT ON {(target.Kind == DomainConstraint ? "CONSTRAINT" : target.Kind)} {Name(target)} IS {(comment is null ? "NULL" : SqlLiteral.Quote(comment))}";

    /// <summary>The comments of a new table, its columns and its constraints, but for those that are <paramref name="apart"/>: <c>ADD CONSTRAINT</c> brings their comments.</summary>
    public static IEnumerable<string> OfTable(Table table, IEnumerable<TableConstraint> apart)
    {
        if (table.Comment is { } comment)
        {
            yield return Set(new CommentTarget("TABLE", table.Name), comment);
        }

        foreach (var column in table.Columns.Where(c => c.Comment is not null))
        {
            yield return Set(new CommentTarget("COLUMN", table.Name, column.Name), column.Comment);
        }

        foreach (var sql in table.Constraints.Except(apart).SelectMany(c => Of(table.Name, c)))
        {
            yield return sql;
        }
    }

    /// <summary>The comments of a new constraint.</summary>
    public static IEnumerable<string> Of(QualifiedName table, TableConstraint constraint)
    {
        if (constraint.Comment is { } comment)
        {
            yield return Set(CommentTarget.Of(table, constraint), comment);
        }

        if (constraint.IndexComment is { } indexComment)
        {
            yield return Set(CommentTarget.IndexOf(table, constraint), indexComment);
        }
    }

    // Only the server knows what its version of the extension says.
    private static string OfExtensionItself(string extension) => $"""
        DO $$ BEGIN
            EXECUTE (SELECT format('COMMENT ON EXTENSION %I IS %L', name, comment) FROM pg_available_extensions WHERE name = {SqlLiteral.Quote(extension)});
        END $$
        """;

    private static string Name(CommentTarget target) => target switch
    {
        { Kind: "COLUMN", Member: { } column } => $"{SqlIdentifier.Quote(target.Name)}.{SqlIdentifier.Quote(column)}",
        { Kind: DomainConstraint, Member: { } constraint } => $"{SqlIdentifier.Quote(constraint)} ON DOMAIN {SqlIdentifier.Quote(target.Name)}",
        { Member: { } member } => $"{SqlIdentifier.Quote(member)} ON {SqlIdentifier.Quote(target.Name)}",
        { Kind: "SCHEMA" or "EXTENSION" or "EVENT TRIGGER" or "PUBLICATION" or "SERVER" or "FOREIGN DATA WRAPPER" } => SqlIdentifier.Quote(target.Name.Name),
        { Arguments: { } types } => $"{SqlIdentifier.Quote(target.Name)}({types})",
        _ when target.Kind.StartsWith("TEXT SEARCH ", StringComparison.Ordinal) => SqlIdentifier.QuoteWhole(target.Name),
        _ => SqlIdentifier.Quote(target.Name),
    };
}
