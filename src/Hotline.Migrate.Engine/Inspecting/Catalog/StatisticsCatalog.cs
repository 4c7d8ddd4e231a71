using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Extended statistics objects.</summary>
internal static class StatisticsCatalog
{
    public static readonly string Query = $"""
        SELECT n.nspname, s.stxname, substr(d.text, length(format('CREATE STATISTICS %I.%I', n.nspname, s.stxname)) + 1),
               CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget::int END, obj_description(s.oid, 'pg_statistic_ext')
        FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
        CROSS JOIN LATERAL pg_get_statisticsobjdef(s.oid) d(text)
        WHERE {CatalogSql.UserSchema} AND {CatalogSql.OutsideExtensions("pg_statistic_ext", "s.oid")}
        """;

    public static SchemaObject Read(NpgsqlDataReader row)
    {
        var name = new QualifiedName(row.GetString(0), row.GetString(1));
        var quoted = SqlIdentifier.Quote(name);
        return SqlObject.Of(SchemaKinds.Statistics, name, $"CREATE STATISTICS {quoted}{row.GetString(2)}") with
        {
            Comment = row.TextOrNull(4),
            Additions = row.IsDBNull(3) ? [] : [$"ALTER STATISTICS {quoted} SET STATISTICS {row.GetInt32(3)}"],
        };
    }
}
