using System.Text;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Indexes.</summary>
internal static class IndexSql
{
    public static IEnumerable<Statement> Create(QualifiedName table, TableIndex index, bool concurrently)
    {
        yield return new Statement(Definition(table, index, concurrently), concurrently);
        if (index.Comment is { } comment)
        {
            yield return new Statement(CommentSql.Set(new CommentTarget("INDEX", table with { Name = index.Name }), comment), concurrently);
        }
    }

    public static Statement Drop(QualifiedName table, TableIndex index, bool concurrently) => new(
        $"DROP INDEX {(concurrently ? "CONCURRENTLY " : "")}{SqlIdentifier.Quote(table with { Name = index.Name })}",
        concurrently);

    private static string Definition(QualifiedName table, TableIndex index, bool concurrently)
    {
        var sql = new StringBuilder("CREATE ")
            .Append(index.Unique ? "UNIQUE INDEX " : "INDEX ")
            .Append(concurrently ? "CONCURRENTLY " : "")
            .Append(SqlIdentifier.Quote(index.Name))
            .Append(" ON ").Append(SqlIdentifier.Quote(table));
        if (index.Method != TableIndex.DefaultMethod)
        {
            sql.Append(" USING ").Append(SqlIdentifier.Quote(index.Method));
        }

        sql.Append(" (").AppendJoin(", ", index.Elements.Select(Element)).Append(')');
        if (!index.Include.IsEmpty)
        {
            sql.Append(" INCLUDE ").Append(ConstraintSql.Columns(index.Include));
        }

        if (index.NullsNotDistinct)
        {
            sql.Append(" NULLS NOT DISTINCT");
        }

        if (!index.StorageParameters.IsEmpty)
        {
            sql.Append(" WITH (").AppendJoin(", ", index.StorageParameters).Append(')');
        }

        if (index.Tablespace is { } tablespace)
        {
            sql.Append(" TABLESPACE ").Append(SqlIdentifier.Quote(tablespace));
        }

        return (index.Where is { } where ? sql.Append(" WHERE ").Append(where) : sql).ToString();
    }

    private static string Element(IndexElement element) =>
        (element.Column is { } column ? SqlIdentifier.Quote(column) : $"({element.Expression})")
        + (element.Collation is { } collation ? $" COLLATE {collation}" : "")
        + (element.OperatorClass is { } operatorClass ? $" {operatorClass}" : "")
        + (element.Descending ? " DESC" : "")
        + element.Nulls switch
        {
            NullsOrder.First => " NULLS FIRST",
            NullsOrder.Last => " NULLS LAST",
            _ => "",
        };
}
