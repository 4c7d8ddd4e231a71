using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>The forms of changes that let others read and write a table while its rows are looked at.</summary>
internal static class OnlineSql
{
    /// <summary>Adds a constraint to a table with rows, or <c>null</c> where there is no better form than the plain one.</summary>
    public static IEnumerable<Statement>? Adding(AddConstraint add, RenderOptions options) => add.Constraint switch
    {
        CheckConstraint { NotValid: false, NotEnforced: false } check when options.ValidateLater => AddThenValidate(add.Table, check with { NotValid = true }),
        ForeignKey { NotValid: false, NotEnforced: false } key when options.ValidateLater => AddThenValidate(add.Table, key with { NotValid = true }),
        PrimaryKey { WithoutOverlaps: false } or UniqueConstraint { WithoutOverlaps: false } when options.ConcurrentIndexes => BuildThenAdd(add.Table, add.Constraint),
        _ => null,
    };

    public static IEnumerable<Statement> UsingIndex(AddConstraint add) =>
        ConstraintSql.AddUsing(add.Table, add.Constraint, add.UsingIndex!.Name).Select(sql => new Statement(sql));

    /// <summary>What else changes comes at once; <c>NOT NULL</c> when all rows were looked at.</summary>
    public static IEnumerable<Statement> NotNull(AlterColumn alter, NotNullProof proof)
    {
        var nullable = alter with { New = alter.New with { Nullable = true } };
        foreach (var sql in AlterColumnSql.Statements(nullable))
        {
            yield return new Statement(sql);
        }

        var column = SqlIdentifier.Quote(alter.New.Name);
        string[] actions = [$"{AlterColumnSql.Column(alter.New)} SET NOT NULL"];
        if (proof.Constraint is null)
        {
            var name = SpareName.Of($"{alter.Table.Name}_{alter.New.Name}", "_is_not_null");
            var check = new CheckConstraint { Name = name, Expression = $"{column} IS NOT NULL", NotValid = true };
            foreach (var statement in AddThenValidate(alter.Table, check))
            {
                yield return statement;
            }

            actions = [.. actions, $"DROP CONSTRAINT {SqlIdentifier.Quote(name)}"];
        }

        yield return new Statement(AlterColumnSql.AlterTable(alter.Table, actions)) { Time = StatementTime.AfterValidation };
    }

    public static Statement Validation(QualifiedName table, string constraint) =>
        new($"{TableOperationSql.Alter(table)} VALIDATE CONSTRAINT {SqlIdentifier.Quote(constraint)}") { Time = StatementTime.Validation };

    /// <summary>An index that changes: the new one is there before the old one goes.</summary>
    public static IEnumerable<Statement> Replace(DropIndex drop, CreateIndex create)
    {
        var index = create.Index with { Name = SpareName.Of(create.Index.Name, "_new"), Comment = null };
        var built = IndexSql.Create(create.Table, index, concurrently: true)
            .Append(IndexSql.Drop(drop.Table, drop.Index, concurrently: true))
            .Append(new Statement(
                $"ALTER INDEX {SqlIdentifier.Quote(create.Table with { Name = index.Name })} RENAME TO {SqlIdentifier.Quote(create.Index.Name)}",
                NoTransaction: true));
        return create.Index.Comment is { } comment
            ? built.Append(new Statement(CommentSql.Set(new CommentTarget("INDEX", create.Table with { Name = create.Index.Name }), comment), NoTransaction: true))
            : built;
    }

    private static IEnumerable<Statement> AddThenValidate(QualifiedName table, TableConstraint constraint) =>
        ConstraintSql.Add(table, constraint).Select(sql => new Statement(sql)).Append(Validation(table, constraint.Name));

    private static IEnumerable<Statement> BuildThenAdd(QualifiedName table, TableConstraint constraint)
    {
        var (columns, include, nullsNotDistinct) = constraint switch
        {
            PrimaryKey key => (key.Columns, key.Include, false),
            UniqueConstraint unique => (unique.Columns, unique.Include, unique.NullsNotDistinct),
            _ => throw new ArgumentOutOfRangeException(nameof(constraint), constraint.GetType().Name, "It has no index of its own."),
        };
        var index = new TableIndex
        {
            Name = constraint.Name,
            Unique = true,
            Elements = [.. columns.Select(c => new IndexElement { Column = c })],
            Include = include,
            NullsNotDistinct = nullsNotDistinct,
        };
        return IndexSql.Create(table, index, concurrently: true)
            .Concat(ConstraintSql.AddUsing(table, constraint, index.Name).Select(sql => new Statement(sql)));
    }
}
