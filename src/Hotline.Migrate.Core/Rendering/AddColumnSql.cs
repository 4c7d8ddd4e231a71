using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary><c>ADD COLUMN</c>, with the values that rows get that are there already.</summary>
internal static class AddColumnSql
{
    public static IEnumerable<string> Statements(AddColumn add)
    {
        var column = add.Column;
        var statements = add.Fill switch
        {
            null => [Add(add.Table, column)],
            { Way: ColumnFillWay.Default } fill => ByDefault(add.Table, column, fill.Expression),
            { Way: ColumnFillWay.Numbered } => ByNumber(add.Table, column),
            { } fill => ByUpdate(add.Table, column, fill.Expression),
        };
        if (ColumnStorageSql.OfNew(column) is { Count: > 0 } storage)
        {
            statements = statements.Append(AlterColumnSql.AlterTable(add.Table, storage));
        }

        return column.Comment is { } comment
            ? statements.Append(CommentSql.Set(new CommentTarget("COLUMN", add.Table, column.Name), comment))
            : statements;
    }

    private static IEnumerable<string> ByDefault(QualifiedName table, Column column, string value)
    {
        yield return Add(table, column with { Default = value });
        yield return column.Default is { } own
            ? $"{Alter(table, column)} SET DEFAULT {own}"
            : $"{Alter(table, column)} DROP DEFAULT";
    }

    private static IEnumerable<string> ByNumber(QualifiedName table, Column column)
    {
        yield return Add(table, column with { Default = null, Identity = new Identity(false, SequenceOptions.Default) });
        yield return $"{Alter(table, column)} DROP IDENTITY"
            + (column.Default is { } own ? $",\n    {AlterColumnSql.Column(column)} SET DEFAULT {own}" : "");
    }

    private static IEnumerable<string> ByUpdate(QualifiedName table, Column column, string value)
    {
        yield return Add(table, column with { Default = null, Nullable = true });
        yield return $"UPDATE {SqlIdentifier.Quote(table)} SET {SqlIdentifier.Quote(column.Name)} = {value}";
        string[] after =
        [
            .. column.Default is { } own ? [$"{AlterColumnSql.Column(column)} SET DEFAULT {own}"] : Array.Empty<string>(),
            .. column.Nullable ? Array.Empty<string>() : [$"{AlterColumnSql.Column(column)} SET NOT NULL"],
        ];
        if (after.Length > 0)
        {
            yield return AlterColumnSql.AlterTable(table, after);
        }
    }

    private static string Add(QualifiedName table, Column column) =>
        $"ALTER TABLE {SqlIdentifier.Quote(table)} ADD COLUMN {ColumnSql.Definition(column)}";

    private static string Alter(QualifiedName table, Column column) =>
        $"ALTER TABLE {SqlIdentifier.Quote(table)} {AlterColumnSql.Column(column)}";
}
