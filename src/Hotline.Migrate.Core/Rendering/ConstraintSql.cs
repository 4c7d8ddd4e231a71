using System.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Constraints.</summary>
internal static class ConstraintSql
{
    public static IEnumerable<string> Add(QualifiedName table, TableConstraint constraint) => Add(table, constraint, Body(constraint));

    /// <summary>A constraint whose index is there already; PostgreSQL gives that the constraint's name.</summary>
    public static IEnumerable<string> AddUsing(QualifiedName table, TableConstraint constraint, string index) =>
        Add(table, constraint, $"{(constraint is PrimaryKey ? "PRIMARY KEY" : "UNIQUE")} USING INDEX {SqlIdentifier.Quote(index)}");

    private static IEnumerable<string> Add(QualifiedName table, TableConstraint constraint, string body)
    {
        yield return $"ALTER TABLE {SqlIdentifier.Quote(table)} ADD {Definition(constraint, body)}";
        foreach (var sql in CommentSql.Of(table, constraint))
        {
            yield return sql;
        }
    }

    public static IEnumerable<string> AddTolerantly(QualifiedName table, ForeignKey key)
    {
        foreach (var sql in Add(table, key with { NotValid = true }))
        {
            yield return sql;
        }

        var name = SqlIdentifier.Quote(key.Name);
        yield return $"""
            DO $do$
            BEGIN
                ALTER TABLE {SqlIdentifier.Quote(table)} VALIDATE CONSTRAINT {name};
            EXCEPTION WHEN foreign_key_violation THEN
                RAISE WARNING USING MESSAGE = {SqlLiteral.Quote($"{key.Name} stays NOT VALID: rows of {table} refer to rows of {key.References} that did not come back")};
            END
            $do$
            """;
    }

    public static string Definition(TableConstraint constraint) => Definition(constraint, Body(constraint));

    private static string Definition(TableConstraint constraint, string body) =>
        $"CONSTRAINT {SqlIdentifier.Quote(constraint.Name)} {body}"
        + (constraint.Deferrability == Schema.Deferrability.NotDeferrable ? "" : " " + Deferrability(constraint.Deferrability))
        + (IsNotEnforced(constraint) ? " NOT ENFORCED" : IsNotValid(constraint) ? " NOT VALID" : "");

    public static string Deferrability(Deferrability deferrability) => deferrability switch
    {
        Schema.Deferrability.InitiallyDeferred => "DEFERRABLE INITIALLY DEFERRED",
        Schema.Deferrability.InitiallyImmediate => "DEFERRABLE",
        _ => "NOT DEFERRABLE",
    };

    public static bool IsNotValid(TableConstraint constraint) =>
        constraint is ForeignKey { NotValid: true } or CheckConstraint { NotValid: true };

    public static bool IsNotEnforced(TableConstraint constraint) =>
        constraint is ForeignKey { NotEnforced: true } or CheckConstraint { NotEnforced: true };

    /// <summary>What <c>ALTER CONSTRAINT</c> changes of a foreign key.</summary>
    public static string Changes(ForeignKey old, ForeignKey @new) => string.Join(
        ' ',
        (string[])
        [
            .. old.Deferrability == @new.Deferrability ? Array.Empty<string>() : [Deferrability(@new.Deferrability)],
            .. old.NotEnforced == @new.NotEnforced ? Array.Empty<string>() : [@new.NotEnforced ? "NOT ENFORCED" : "ENFORCED"],
        ]);

    public static string Columns(EquatableArray<string> columns) => $"({string.Join(", ", columns.Select(SqlIdentifier.Quote))})";

    private static string Body(TableConstraint constraint) => constraint switch
    {
        PrimaryKey key => $"PRIMARY KEY {Temporal(key.Columns, key.WithoutOverlaps)}{Include(key.Include)}",
        UniqueConstraint unique =>
            $"UNIQUE {(unique.NullsNotDistinct ? "NULLS NOT DISTINCT " : "")}{Temporal(unique.Columns, unique.WithoutOverlaps)}{Include(unique.Include)}",
        CheckConstraint check => $"CHECK ({check.Expression}){(check.NoInherit ? " NO INHERIT" : "")}",
        ExclusionConstraint exclusion =>
            $"EXCLUDE USING {exclusion.Method} ({string.Join(", ", exclusion.Elements)})"
            + (exclusion.Where is { } where ? $" WHERE ({where})" : ""),
        ForeignKey key => Reference(key),
        _ => throw new ArgumentOutOfRangeException(nameof(constraint), constraint.GetType().Name, "There is no SQL for this constraint."),
    };

    private static string Temporal(EquatableArray<string> columns, bool withoutOverlaps) =>
        withoutOverlaps ? $"{Columns(columns)[..^1]} WITHOUT OVERLAPS)" : Columns(columns);

    private static string Period(EquatableArray<string> columns, bool period) => period
        ? $"({string.Join(", ", columns.Select((c, i) => i == columns.Count - 1 ? $"PERIOD {SqlIdentifier.Quote(c)}" : SqlIdentifier.Quote(c)))})"
        : Columns(columns);

    private static string Include(EquatableArray<string> columns) => columns.IsEmpty ? "" : $" INCLUDE {Columns(columns)}";

    private static string Reference(ForeignKey key)
    {
        var sql = new StringBuilder(
            $"FOREIGN KEY {Period(key.Columns, key.Period)} REFERENCES {SqlIdentifier.Quote(key.References)} {Period(key.ReferencedColumns, key.Period)}");
        if (key.MatchFull)
        {
            sql.Append(" MATCH FULL");
        }

        if (key.OnUpdate != ReferentialAction.NoAction)
        {
            sql.Append(" ON UPDATE ").Append(Action(key.OnUpdate));
        }

        if (key.OnDelete != ReferentialAction.NoAction)
        {
            sql.Append(" ON DELETE ").Append(Action(key.OnDelete));
            if (!key.OnDeleteColumns.IsEmpty)
            {
                sql.Append(' ').Append(Columns(key.OnDeleteColumns));
            }
        }

        return sql.ToString();
    }

    private static string Action(ReferentialAction action) => action switch
    {
        ReferentialAction.Restrict => "RESTRICT",
        ReferentialAction.Cascade => "CASCADE",
        ReferentialAction.SetNull => "SET NULL",
        ReferentialAction.SetDefault => "SET DEFAULT",
        _ => "NO ACTION",
    };
}
