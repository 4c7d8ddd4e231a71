using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Constraints that were declared on their table: not those that a partition or child has from its parent.</summary>
internal static class ConstraintCatalog
{
    public static string Query(int version) => $"""
        SELECT k.conrelid, k.conname, k.contype::text, obj_description(k.oid, 'pg_constraint'),
               k.condeferrable, k.condeferred, k.convalidated, k.connoinherit,
               {CatalogSql.ColumnNames("k.conrelid", "k.conkey")},
               fn.nspname, f.relname, {CatalogSql.ColumnNames("k.confrelid", "k.confkey")},
               k.confupdtype::text, k.confdeltype::text, k.confmatchtype::text,
               {(version >= 15 ? CatalogSql.ColumnNames("k.conrelid", "k.confdelsetcols") : "ARRAY[]::text[]")},
               pg_get_expr(k.conbin, k.conrelid), pg_get_constraintdef(k.oid),
               {(version >= 15 ? "coalesce(x.indnullsnotdistinct, false)" : "false")},
               {CatalogSql.IncludedColumns("x")},
               {(version >= 18 ? "k.conperiod" : "false")}, {(version >= 18 ? "NOT k.conenforced" : "false")}, obj_description(x.indexrelid, 'pg_class')
        FROM pg_constraint k
        JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_class f ON f.oid = k.confrelid LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
        LEFT JOIN pg_index x ON x.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
        WHERE k.contype IN ('p', 'u', 'c', 'f', 'x') AND k.conparentid = 0 AND k.conislocal AND c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND {CatalogSql.UserSchema} AND {CatalogSql.NotOfExtension}
        """;

    /// <summary>The constraint of a row.</summary>
    public static TableConstraint Read(NpgsqlDataReader row)
    {
        var name = row.GetString(1);
        var comment = row.TextOrNull(3);
        var deferrability = (row.GetBoolean(4), row.GetBoolean(5)) switch
        {
            (false, _) => Deferrability.NotDeferrable,
            (true, false) => Deferrability.InitiallyImmediate,
            (true, true) => Deferrability.InitiallyDeferred,
        };
        TableConstraint constraint = row.GetString(2) switch
        {
            "p" => new PrimaryKey { Name = name, Columns = row.Texts(8), Include = row.Texts(19), WithoutOverlaps = row.GetBoolean(20) },
            "u" => new UniqueConstraint
            {
                Name = name, Columns = row.Texts(8), NullsNotDistinct = row.GetBoolean(18), Include = row.Texts(19), WithoutOverlaps = row.GetBoolean(20),
            },
            "c" => new CheckConstraint
            {
                Name = name, Expression = row.Expression(16)!, NoInherit = row.GetBoolean(7), NotValid = IsNotValid(row), NotEnforced = row.GetBoolean(21),
            },
            "f" => ForeignKey(row, name),
            _ => Exclusion(name, row.GetString(17)),
        };
        return constraint with { Comment = comment, IndexComment = row.TextOrNull(22), Deferrability = deferrability };
    }

    private static ForeignKey ForeignKey(NpgsqlDataReader row, string name) => new()
    {
        Name = name,
        Columns = row.Texts(8),
        References = new QualifiedName(row.GetString(9), row.GetString(10)),
        ReferencedColumns = row.Texts(11),
        OnUpdate = Action(row.GetString(12)),
        OnDelete = Action(row.GetString(13)),
        MatchFull = row.GetString(14) == "f",
        Period = row.GetBoolean(20),
        OnDeleteColumns = row.Texts(15),
        NotValid = IsNotValid(row),
        NotEnforced = row.GetBoolean(21),
    };

    // What is not enforced is never valid.
    private static bool IsNotValid(NpgsqlDataReader row) => !row.GetBoolean(6) && !row.GetBoolean(21);

    private static ReferentialAction Action(string code) => code switch
    {
        "r" => ReferentialAction.Restrict,
        "c" => ReferentialAction.Cascade,
        "n" => ReferentialAction.SetNull,
        "d" => ReferentialAction.SetDefault,
        _ => ReferentialAction.NoAction,
    };

    /// <summary>Takes apart <c>EXCLUDE USING gist (room WITH =, during WITH &amp;&amp;) WHERE ((active))</c>, which the catalog has no parts for.</summary>
    private static ExclusionConstraint Exclusion(string name, string definition)
    {
        const string prefix = "EXCLUDE USING ";
        var open = definition.IndexOf('(', StringComparison.Ordinal);
        var items = SqlList.Split(definition, open, out var end);
        var rest = definition[end..].Trim();
        // Before the condition stand the included columns and the storage parameters, which the model does not know.
        var where = SqlList.IndexOf(rest, "WHERE ");
        var deferrable = SqlList.IndexOf(rest, " DEFERRABLE");
        var condition = where >= 0 ? rest[(where + "WHERE ".Length)..(deferrable < 0 ? rest.Length : deferrable)] : null;
        return new ExclusionConstraint
        {
            Name = name,
            Method = definition[prefix.Length..open].Trim(),
            Elements = items.ToEquatableArray(),
            Where = condition is null ? null : CatalogFields.WithoutOuterParentheses(CatalogFields.WithoutOuterParentheses(condition)),
        };
    }
}
