using Hotline.Migrate.Scaffolding.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>Writes indexes as attributes: on the property when they are about one column, else on the class.</summary>
internal static class IndexTexts
{
    /// <summary>The attributes of the indexes.</summary>
    public static IEnumerable<ConstraintText> Of(TableCode code) => code.Table.Indexes.Select(i => Index(code, i));

    private static ConstraintText Index(TableCode code, TableIndex index)
    {
        var column = index.Elements is [{ Column: { } alone }] ? ConstraintTexts.Alone(code, [alone]) : null;
        var elements = index.Elements.Select(e => e.Column ?? ObjectNames.Words(e.Expression!));
        var name = index.Name == ObjectNames.Index(code.Table.Name.Name, elements, index.Method) ? null : index.Name;
        var allDescending = index.Elements.Count > 1 && index.Elements.All(e => e.Descending);
        return new ConstraintText(
            column,
            new AttributeText("Index")
                .Code(column is null ? index.Elements.Select(e => e.Column is null ? CSharpLiteral.Of(Expression(e.Expression!)) : code.NameOf(e.Column)) : [])
                .Named("IsUnique", index.Unique)
                .Named("NullsNotDistinct", index.NullsNotDistinct)
                .Named("Method", index.Method == TableIndex.DefaultMethod ? null : index.Method)
                .Named("AllDescending", allDescending)
                .NamedList("IsDescending", allDescending ? [] : List(index, e => e.Descending ? "true" : null, "false"))
                .NamedList("Nulls", List(index, e => e.Nulls == NullsOrder.Default ? null : $"NullsOrder.{e.Nulls}", "NullsOrder.Default"))
                .NamedList("OperatorClasses", List(index, e => e.OperatorClass is { } name ? CSharpLiteral.Of(name) : null, "\"\""))
                .NamedList("Collations", List(index, e => e.Collation is { } name ? CSharpLiteral.Of(Collation(name)) : null, "\"\""))
                .NamedList("Include", code.NamesOf(index.Include))
                .Named("Where", index.Where)
                .NamedList("StorageParameters", [.. index.StorageParameters.Select(CSharpLiteral.Of)])
                .Named("Tablespace", index.Tablespace)
                .Named("Name", name)
                .Named("Comment", index.Comment)
                .ToString(),
            name is null);
    }

    // An expression must not look like the name of a property.
    private static string Expression(string sql) => sql.All(c => char.IsLetterOrDigit(c) || c is '_' or '.') ? "(" + sql + ")" : sql;

    // A name may have dots, so only quotes tell a schema from it.
    private static string Collation(string written) => SqlIdentifier.Split(written) switch
    {
        [var name] when name[0] != '"' => name,
        [var schema, ..] when written[0] != '"' => $"\"{schema}\"{written[schema.Length..]}",
        _ => written,
    };

    // The list may end with the last element that is not at its default.
    private static string[] List(TableIndex index, Func<IndexElement, string?> item, string standard)
    {
        var items = index.Elements.Select(item).ToArray();
        var last = Array.FindLastIndex(items, i => i is not null);
        return [.. items.Take(last + 1).Select(i => i ?? standard)];
    }
}
