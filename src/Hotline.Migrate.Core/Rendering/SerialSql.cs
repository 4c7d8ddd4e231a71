using Hotline.Migrate.Diffing.Renames;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Sequences that belong to a column, and their change to an identity and back.</summary>
internal static class SerialSql
{
    public static IEnumerable<string> SetOwner(SetSequenceOwner set)
    {
        if (set is { Advance: true, New: { } owner })
        {
            var column = SqlIdentifier.Quote(owner.Column);
            yield return $"SELECT setval({Literal(set.Sequence)}, max({column})) FROM {SqlIdentifier.Quote(owner.Table)} HAVING max({column}) >= 1";
        }

        yield return Owner(set.Sequence, set.New);
    }

    /// <summary>The sequence makes room for the identity's own, which has the same name by default, and goes when its position is taken over.</summary>
    public static IEnumerable<string> ToIdentity(SerialToIdentity change)
    {
        var (table, column) = (change.Column.Table, change.Column.New.Name);
        var aside = Aside(change.Sequence.Name);
        var identity = Identity(table, column);
        return
        [
            Owner(change.Sequence.Name, null),
            Rename(change.Sequence.Name, aside),
            .. AlterColumnSql.Statements(change.Column, position: false),
            $"SELECT setval({identity}, greatest(pg_sequence_last_value({Regclass(aside)}), (SELECT max({SqlIdentifier.Quote(column)}) FROM {SqlIdentifier.Quote(table)})))",
            $"DROP SEQUENCE {SqlIdentifier.Quote(aside)}",
        ];
    }

    public static IEnumerable<string> ToSerial(IdentityToSerial change)
    {
        var alter = change.Column;
        var column = new ColumnReference(alter.Table, alter.New.Name);
        var aside = Aside(change.Sequence.Name);
        return
        [
            .. SequenceSql.Create(change.Sequence with { Name = aside, Comment = null }),
            $"SELECT setval({Literal(aside)}, pg_sequence_last_value({Identity(alter.Table, alter.New.Name)}))",
            $"ALTER TABLE {SqlIdentifier.Quote(alter.Table)} {AlterColumnSql.Column(alter.New)} DROP IDENTITY",
            Rename(aside, change.Sequence.Name),
            .. AlterColumnSql.Statements(alter with { Old = alter.Old with { Identity = null } }),
            Owner(change.Sequence.Name, column),
            .. change.Sequence.Comment is { } comment
                ? [CommentSql.Set(new CommentTarget("SEQUENCE", change.Sequence.Name), comment)]
                : Array.Empty<string>(),
        ];
    }

    public static string Rename(QualifiedName old, QualifiedName @new) =>
        $"ALTER SEQUENCE {SqlIdentifier.Quote(old)} RENAME TO {SqlIdentifier.Quote(@new.Name)}";

    private static string Owner(QualifiedName sequence, ColumnReference? owner) =>
        $"ALTER SEQUENCE {SqlIdentifier.Quote(sequence)} OWNED BY "
        + (owner is null ? "NONE" : $"{SqlIdentifier.Quote(owner.Table)}.{SqlIdentifier.Quote(owner.Column)}");

    private static QualifiedName Aside(QualifiedName sequence) =>
        sequence with { Name = RenameSteps.Aside(sequence.Name, new HashSet<string> { sequence.Name }) };

    private static string Identity(QualifiedName table, string column) =>
        $"pg_get_serial_sequence({SqlLiteral.Quote(SqlIdentifier.Quote(table))}, {SqlLiteral.Quote(column)})::regclass";

    private static string Literal(QualifiedName name) => SqlLiteral.Quote(SqlIdentifier.Quote(name));

    private static string Regclass(QualifiedName name) => Literal(name) + "::regclass";
}
