using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Aggregates, whose statement PostgreSQL itself does not write.</summary>
internal static class AggregateCatalog
{
    public static readonly string Query = $"""
        SELECT n.nspname, p.proname, a.aggkind::text, {CatalogSql.ArgumentTypes("p.proargtypes")},
               {CatalogSql.ArgumentTypes("(p.proargtypes::oid[])[:a.aggnumdirectargs - 1]")},
               {CatalogSql.ArgumentTypes("(p.proargtypes::oid[])[a.aggnumdirectargs:]")},
               p.provariadic <> 0 AND a.aggkind <> 'n' AND p.pronargs = a.aggnumdirectargs,
               pg_get_function_arguments(p.oid), obj_description(p.oid, 'pg_proc'),
               {CatalogSql.Function("a.aggtransfn")}, format_type(a.aggtranstype, NULL), a.aggtransspace,
               {CatalogSql.Function("a.aggfinalfn")}, a.aggfinalextra, a.aggfinalmodify::text,
               {CatalogSql.Function("a.aggcombinefn")}, {CatalogSql.Function("a.aggserialfn")}, {CatalogSql.Function("a.aggdeserialfn")},
               quote_literal(a.agginitval),
               {CatalogSql.Function("a.aggmtransfn")}, {CatalogSql.Function("a.aggminvtransfn")},
               CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END, a.aggmtransspace,
               {CatalogSql.Function("a.aggmfinalfn")}, a.aggmfinalextra, a.aggmfinalmodify::text, quote_literal(a.aggminitval),
               (SELECT CASE WHEN opn.nspname IN ('pg_catalog', 'public') THEN op.oprname
                       ELSE format('OPERATOR(%I.%s)', opn.nspname, op.oprname) END
                FROM pg_operator op JOIN pg_namespace opn ON opn.oid = op.oprnamespace WHERE op.oid = a.aggsortop),
               p.proparallel::text
        FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE {CatalogSql.UserSchema} AND {CatalogSql.OutsideExtensions("pg_proc", "p.oid")}
        """;

    public static SchemaObject Read(NpgsqlDataReader row)
    {
        var name = new QualifiedName(row.GetString(0), row.GetString(1));
        var arguments = row.GetString(7) is { Length: > 0 } list ? list : "*";
        var clauses = string.Join(",\n", Clauses(row).Select(c => "    " + c));
        return SqlObject.Routine(
            SchemaKinds.Aggregate, name, Signature(row), $"CREATE AGGREGATE {SqlIdentifier.Quote(name)}({arguments}) (\n{clauses}\n)") with
        {
            Comment = row.TextOrNull(8),
        };
    }

    // As DROP AGGREGATE takes it. An aggregate whose direct and aggregated arguments are one VARIADIC says so on both sides.
    private static string Signature(NpgsqlDataReader row) => (row.GetString(2), row.GetString(3)) switch
    {
        ("n", "") => "*",
        ("n", var types) => types,
        (_, var types) when row.GetBoolean(6) => VariadicSignature(types),
        _ => row.GetString(4) is { Length: > 0 } direct ? $"{direct} ORDER BY {row.GetString(5)}" : $"ORDER BY {row.GetString(5)}",
    };

    private static string VariadicSignature(string types)
    {
        var last = types.LastIndexOf(", ", StringComparison.Ordinal) is var comma && comma < 0 ? types : types[(comma + 2)..];
        return $"{types[..^last.Length]}VARIADIC {last} ORDER BY VARIADIC {last}";
    }

    private static IEnumerable<string> Clauses(NpgsqlDataReader row)
    {
        var usual = row.GetString(2) == "n" ? "r" : "w";
        string?[] clauses =
        [
            "SFUNC = " + row.GetString(9),
            "STYPE = " + row.GetString(10),
            row.GetInt32(11) is not 0 and var space ? "SSPACE = " + space : null,
            Clause("FINALFUNC", row, 12),
            row.GetBoolean(13) ? "FINALFUNC_EXTRA" : null,
            Modify("FINALFUNC_MODIFY", row.GetString(14), usual),
            Clause("COMBINEFUNC", row, 15),
            Clause("SERIALFUNC", row, 16),
            Clause("DESERIALFUNC", row, 17),
            Clause("INITCOND", row, 18),
            Clause("MSFUNC", row, 19),
            Clause("MINVFUNC", row, 20),
            Clause("MSTYPE", row, 21),
            row.GetInt32(22) is not 0 and var movingSpace ? "MSSPACE = " + movingSpace : null,
            Clause("MFINALFUNC", row, 23),
            row.GetBoolean(24) ? "MFINALFUNC_EXTRA" : null,
            row.IsDBNull(19) ? null : Modify("MFINALFUNC_MODIFY", row.GetString(25), usual),
            Clause("MINITCOND", row, 26),
            Clause("SORTOP", row, 27),
            row.GetString(28) switch
            {
                "s" => "PARALLEL = SAFE",
                "r" => "PARALLEL = RESTRICTED",
                _ => null,
            },
            row.GetString(2) == "h" ? "HYPOTHETICAL" : null,
        ];
        return clauses.OfType<string>();
    }

    private static string? Clause(string name, NpgsqlDataReader row, int field) =>
        row.TextOrNull(field) is { } value ? $"{name} = {value}" : null;

    private static string? Modify(string name, string code, string usual) => code == usual ? null : code switch
    {
        "r" => name + " = READ_ONLY",
        "s" => name + " = SHAREABLE",
        _ => name + " = READ_WRITE",
    };
}
