using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Range types.</summary>
internal static class RangeCatalog
{
    public static readonly string Query = $"""
        SELECT n.nspname, t.typname, obj_description(t.oid, 'pg_type'), format_type(r.rngsubtype, NULL),
               CASE WHEN NOT o.opcdefault THEN {CatalogSql.Qualified("opn.nspname", "o.opcname")} END,
               {CatalogSql.Collation("r.rngcollation", "s.typcollation")}, {CatalogSql.Function("r.rngcanonical")}, {CatalogSql.Function("r.rngsubdiff")},
               mn.nspname, m.typname
        FROM pg_range r JOIN pg_type t ON t.oid = r.rngtypid JOIN pg_namespace n ON n.oid = t.typnamespace
        JOIN pg_type s ON s.oid = r.rngsubtype
        JOIN pg_opclass o ON o.oid = r.rngsubopc JOIN pg_namespace opn ON opn.oid = o.opcnamespace
        JOIN pg_type m ON m.oid = r.rngmultitypid JOIN pg_namespace mn ON mn.oid = m.typnamespace
        WHERE {CatalogSql.UserSchema} AND {CatalogSql.OutsideExtensions("pg_type", "t.oid")}
        """;

    public static SchemaObject Read(NpgsqlDataReader row)
    {
        var name = new QualifiedName(row.GetString(0), row.GetString(1));
        var multirange = new QualifiedName(row.GetString(8), row.GetString(9));
        string?[] options =
        [
            "SUBTYPE = " + row.GetString(3),
            row.TextOrNull(4) is { } operatorClass ? "SUBTYPE_OPCLASS = " + operatorClass : null,
            row.TextOrNull(5) is { } collation ? "COLLATION = " + collation : null,
            row.TextOrNull(6) is { } canonical ? "CANONICAL = " + canonical : null,
            row.TextOrNull(7) is { } difference ? "SUBTYPE_DIFF = " + difference : null,
            multirange == UsualMultirange(name) ? null : "MULTIRANGE_TYPE_NAME = " + SqlIdentifier.Quote(multirange),
        ];
        return SqlObject.Of(
            SchemaKinds.Range, name, $"CREATE TYPE {SqlIdentifier.Quote(name)} AS RANGE ({string.Join(", ", options.OfType<string>())})") with
        {
            Comment = row.TextOrNull(2),
        };
    }

    // PostgreSQL's own rule (makeMultirangeTypeName), but for names that it would have to cut.
    private static QualifiedName UsualMultirange(QualifiedName range)
    {
        const string word = "range";
        var at = range.Name.IndexOf(word, StringComparison.Ordinal);
        return range with { Name = at < 0 ? range.Name + "_multirange" : range.Name.Insert(at, "multi") };
    }
}
