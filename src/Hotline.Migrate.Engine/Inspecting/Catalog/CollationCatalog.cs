using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Collations that databases of this encoding can use.</summary>
internal static class CollationCatalog
{
    public static string Query(int version) => $"""
        SELECT n.nspname, l.collname, obj_description(l.oid, 'pg_collation'), l.collprovider::text, l.collisdeterministic,
               quote_literal({Locale(version)}), quote_literal(l.collcollate), quote_literal(l.collctype),
               {(version >= 16 ? "quote_literal(l.collicurules)" : "NULL")}
        FROM pg_collation l JOIN pg_namespace n ON n.oid = l.collnamespace
        WHERE l.collencoding IN (-1, (SELECT d.encoding FROM pg_database d WHERE d.datname = current_database()))
          AND {CatalogSql.UserSchema} AND {CatalogSql.OutsideExtensions("pg_collation", "l.oid")}
        """;

    public static SchemaObject Read(NpgsqlDataReader row)
    {
        var name = new QualifiedName(row.GetString(0), row.GetString(1));
        var provider = row.GetString(3) switch
        {
            "i" => "icu",
            "b" => "builtin",
            "d" => "default",
            _ => "libc",
        };
        string?[] options =
        [
            "provider = " + provider,
            .. Locales(row, provider),
            row.GetBoolean(4) ? null : "deterministic = false",
            row.TextOrNull(8) is { } rules ? "rules = " + rules : null,
        ];
        return SqlObject.Of(
            SchemaKinds.Collation, name, $"CREATE COLLATION {SqlIdentifier.Quote(name)} ({string.Join(", ", options.OfType<string>())})") with
        {
            Comment = row.TextOrNull(2),
        };
    }

    private static IEnumerable<string> Locales(NpgsqlDataReader row, string provider) => provider != "libc"
        ? ["locale = " + row.GetString(5)]
        : row.GetString(6) == row.GetString(7) ? ["locale = " + row.GetString(6)] : ["lc_collate = " + row.GetString(6), "lc_ctype = " + row.GetString(7)];

    // Where the locale of a collation that is not the C library's stands.
    private static string Locale(int version) => version switch
    {
        >= 17 => "l.colllocale",
        >= 15 => "l.colliculocale",
        _ => "l.collcollate",
    };
}
