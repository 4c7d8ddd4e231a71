using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Verifying.Rows;

/// <summary>SQL expressions for sample values, which differ from row to row where the type allows it. The row's number is <c>n</c>.</summary>
internal static class SampleValue
{
    /// <summary>The expression for a type, or <c>null</c> for a type that nothing is known about.</summary>
    /// <param name="type">The type as <see cref="Column.Type"/> is spelled.</param>
    /// <param name="schema">Where enums and domains are looked up.</param>
    public static string? Of(string type, DatabaseSchema schema)
    {
        if (SqlTypeName.IsArray(type))
        {
            return Of(type[..^2], schema) is { } element ? $"ARRAY[{element}]::{type}" : $"'{{}}'::{type}";
        }

        if (schema.Objects.OfType<EnumType>().FirstOrDefault(e => SqlIdentifier.Quote(e.Name) == type) is { } labels)
        {
            return labels.Labels.IsEmpty ? null : $"'{labels.Labels[0].Replace("'", "''", StringComparison.Ordinal)}'::{type}";
        }

        if (schema.Objects.OfType<Domain>().FirstOrDefault(d => SqlIdentifier.Quote(d.Name) == type) is { } domain)
        {
            return Of(domain.Type, schema) is { } inner ? $"({inner})::{type}" : null;
        }

        return BuiltIn(SqlTypeName.WithoutModifiers(type)) is { } value ? $"({value})::{type}" : null;
    }

    private static string? BuiltIn(string type) => type switch
    {
        "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision" or "money" or "oid" => "n",
        "boolean" => "n % 2 = 1",
        "text" or "citext" or "name" => "'row ' || n",
        "character varying" or "character" or "\"char\"" => "n::text",
        "uuid" => "md5(n::text)",
        "bytea" => "decode(lpad(n::text, 4, '0'), 'hex')",
        "date" or "timestamp with time zone" or "timestamp without time zone" => "timestamp '2020-01-01 10:11:12' + n * interval '1 day'",
        "time without time zone" or "time with time zone" => "time '10:00' + n * interval '1 minute'",
        "interval" => "n * interval '1 hour'",
        "json" or "jsonb" => "json_build_object('n', n)",
        "xml" => "'<n>' || n || '</n>'",
        "inet" or "cidr" => "'10.0.0.' || n",
        "macaddr" => "'08:00:2b:01:02:0' || n",
        "macaddr8" => "'08:00:2b:01:02:03:04:0' || n",
        "bit" or "bit varying" => "'1'",
        "point" => "'(' || n || ',0)'",
        "tsvector" or "tsquery" => "'row'",
        "int4range" or "int8range" or "numrange" => "'[' || n || ',' || n + 1 || ')'",
        "daterange" or "tsrange" or "tstzrange" => "'empty'",
        "hstore" => "'n=>' || n",
        "ltree" => "'n' || n",
        _ => null,
    };
}
