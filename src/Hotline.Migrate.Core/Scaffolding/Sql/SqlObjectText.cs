using Hotline.Migrate.Operations;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Sql;

/// <summary>Writes an object that is its <c>CREATE</c> statement, with all that completes it.</summary>
internal static class SqlObjectText
{
    /// <summary>The statements, without semicolons.</summary>
    public static IEnumerable<string> Of(SqlObject made) =>
    [
        made.Definition,
        .. made.Additions,
        .. made.Indexes.SelectMany(i => SqlRenderer.Render(new CreateIndex(made.Name, i))).Select(s => s.Sql),
        .. made.Comment is { } comment ? [$"COMMENT ON {Subject(made)} IS {Literal(comment)}"] : Array.Empty<string>(),
        .. made.ColumnComments.Select(c => $"COMMENT ON COLUMN {SqlIdentifier.Quote(made.Name)}.{SqlIdentifier.Quote(c.Column)} IS {Literal(c.Text)}"),
    ];

    private static string Subject(SqlObject made)
    {
        var own = made.Name with { Name = made.OwnName };
        return made switch
        {
            { On: { } relation } => $"{made.Kind.ToUpperInvariant()} {SqlIdentifier.Quote(made.OwnName)} ON {SqlIdentifier.Quote(relation)}",
            { Arguments: { } arguments } => $"{made.Kind.ToUpperInvariant()} {SqlIdentifier.Quote(own)}({arguments})",
            { Kind: SchemaKinds.Range } => $"TYPE {SqlIdentifier.Quote(own)}",
            { Kind: SchemaKinds.ForeignServer } => $"SERVER {SqlIdentifier.Quote(made.OwnName)}",
            { Kind: SchemaKinds.TextSearchDictionary or SchemaKinds.TextSearchConfiguration } => $"{Words(made.Kind)} {SqlIdentifier.QuoteWhole(made.Name)}",
            _ when SchemaKinds.IsDatabaseWide(made.Kind) => $"{Words(made.Kind)} {SqlIdentifier.Quote(made.OwnName)}",
            _ => $"{Words(made.Kind)} {SqlIdentifier.Quote(own)}",
        };
    }

    private static string Words(string kind) => kind.Replace('_', ' ').ToUpperInvariant();

    private static string Literal(string text) => SqlLiteral.Quote(text);
}
