using System.Globalization;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary><c>ALTER COLUMN</c>: what is in the way goes first, then the type changes, then what is new comes.</summary>
internal static class AlterColumnSql
{
    /// <param name="alter">The change.</param>
    /// <param name="position">Whether a new identity goes on after the values that are there.</param>
    public static IEnumerable<string> Statements(AlterColumn alter, bool position = true)
    {
        string[] before = [.. Before(alter.Old, alter.New), .. Type(alter), .. Default(alter)];
        string[] after = [.. NotNull(alter), .. Identity(alter), .. ColumnStorageSql.Changes(alter.Old, alter.New)];
        if (alter.Fill is { } fill)
        {
            var column = SqlIdentifier.Quote(alter.New.Name);
            return
            [
                .. AlterTableIfAny(alter.Table, before),
                $"UPDATE {SqlIdentifier.Quote(alter.Table)} SET {column} = {fill.Expression} WHERE {column} IS NULL",
                .. fill.ChecksDeferred ? ["SET CONSTRAINTS ALL IMMEDIATE"] : Array.Empty<string>(),
                .. AlterTableIfAny(alter.Table, after),
                .. position ? Position(alter) : [],
            ];
        }

        return [.. Minimum(alter), .. AlterTableIfAny(alter.Table, [.. before, .. after]), .. position ? Position(alter) : []];
    }

    public static string AlterTable(QualifiedName table, IReadOnlyList<string> actions) => actions.Count == 1
        ? $"ALTER TABLE {SqlIdentifier.Quote(table)} {actions[0]}"
        : $"ALTER TABLE {SqlIdentifier.Quote(table)}\n    {string.Join(",\n    ", actions)}";

    private static IEnumerable<string> AlterTableIfAny(QualifiedName table, string[] actions) =>
        actions.Length == 0 ? [] : [AlterTable(table, actions)];

    public static string Column(Column column) => $"ALTER COLUMN {SqlIdentifier.Quote(column.Name)}";

    private static IEnumerable<string> Before(Column old, Column @new)
    {
        if (old.Identity is not null && @new.Identity is null)
        {
            yield return $"{Column(@new)} DROP IDENTITY";
        }

        if (old.Generated is not null && @new.Generated is null)
        {
            yield return $"{Column(@new)} DROP EXPRESSION";
        }

        if (old.Default is not null && (@new.Default is null || old.Type != @new.Type))
        {
            yield return $"{Column(@new)} DROP DEFAULT";
        }

        if (!old.Nullable && @new.Nullable)
        {
            yield return $"{Column(@new)} DROP NOT NULL";
        }
    }

    private static IEnumerable<string> Type(AlterColumn alter)
    {
        if (alter.Old.Type != alter.New.Type || alter.Old.Collation != alter.New.Collation)
        {
            yield return $"{Column(alter.New)} TYPE {alter.New.Type}"
                + (alter.New.Collation is { } collation ? $" COLLATE {collation}" : "")
                + (alter.Using is { } expression ? $" USING {expression}" : "");
        }
    }

    private static IEnumerable<string> Default(AlterColumn alter)
    {
        if (alter.New.Default is { } value && (alter.Old.Default != value || alter.Old.Type != alter.New.Type))
        {
            yield return $"{Column(alter.New)} SET DEFAULT {value}";
        }
    }

    private static IEnumerable<string> NotNull(AlterColumn alter)
    {
        if (alter.Old.Nullable && !alter.New.Nullable)
        {
            yield return $"{Column(alter.New)} SET NOT NULL";
        }
    }

    private static IEnumerable<string> Identity(AlterColumn alter)
    {
        switch (alter.Old.Identity, alter.New.Identity)
        {
            case (null, { } added):
                yield return $"{Column(alter.New)} ADD {ColumnSql.Identity(added)}";
                break;
            case ({ } old, { } changed) when old != changed:
                string[] settings =
                [
                    .. old.Always == changed.Always ? Array.Empty<string>() : [$"SET GENERATED {(changed.Always ? "ALWAYS" : "BY DEFAULT")}"],
                    .. SequenceSql.Changes(old.Options, changed.Options).Select(c => "SET " + c),
                ];
                yield return $"{Column(alter.New)} {string.Join(" ", settings)}";
                break;
        }
    }

    private static IEnumerable<string> Minimum(AlterColumn alter) => alter is { Old.Identity: { } old, New.Identity: { } @new }
        ? SequenceSql.Position(Sequence(alter), old.Options, @new.Options)
        : [];

    // A new identity starts at 1, where the rows that are there already have their values.
    private static IEnumerable<string> Position(AlterColumn alter)
    {
        if (alter is { Old.Identity: null, New.Identity: { Options: { Increment: null or > 0 } options } })
        {
            var column = SqlIdentifier.Quote(alter.New.Name);
            var table = SqlIdentifier.Quote(alter.Table);
            var first = (options.Minimum ?? 1).ToString(CultureInfo.InvariantCulture);
            yield return $"SELECT setval({Sequence(alter)}, max({column})) "
                + $"FROM {table} HAVING max({column}) >= {first}";
        }
    }

    private static string Sequence(AlterColumn alter) =>
        $"pg_get_serial_sequence({SqlLiteral.Quote(SqlIdentifier.Quote(alter.Table))}, {SqlLiteral.Quote(alter.New.Name)})::regclass";
}
