using Hotline.Migrate.Diffing.Definitions;
using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Views, routines, triggers and all the others that are their <c>CREATE</c> statement.</summary>
internal static class SqlObjectSql
{
    public static IEnumerable<Statement> Statements(Operation operation, RenderOptions options) => operation switch
    {
        CreateSqlObject create => Create(create, create.BodyUnchecked || (options.BodiesUnchecked && HasBody(create.Subject))),
        ReplaceSqlObject replace => Replace(replace),
        AlterSqlObject alter => alter.Statements.Select(s => new Statement(s)),
        DropSqlObject drop => [new Statement($"DROP {SqlObjectWords.Full(drop.Subject)}")],
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation.GetType().Name, "There is no SQL for this operation."),
    };

    private static IEnumerable<Statement> Create(CreateSqlObject create, bool bodyUnchecked)
    {
        var made = create.Subject;
        yield return new Statement(made.Definition) { BodyUnchecked = bodyUnchecked };
        foreach (var statement in made.Indexes.SelectMany(i => IndexSql.Create(made.Name, i, concurrently: false)))
        {
            yield return statement;
        }

        // They may name an index.
        foreach (var addition in made.Additions)
        {
            yield return new Statement(addition);
        }

        if (made.Comment is { } comment)
        {
            yield return new Statement(CommentSql.Set(SqlObjectWords.Comment(made), comment));
        }

        foreach (var column in made.ColumnComments)
        {
            yield return new Statement(CommentSql.Set(new CommentTarget("COLUMN", made.Name, column.Column), column.Text));
        }
    }

    // A trigger that is replaced is enabled again, so all additions follow.
    private static IEnumerable<Statement> Replace(ReplaceSqlObject replace)
    {
        yield return new Statement(OrReplace(replace.New.Definition)) { BodyUnchecked = replace.BodyUnchecked };
        foreach (var sql in (SqlObjectChanges.Undone(replace.Old, replace.New) ?? []).Concat(replace.New.Additions))
        {
            yield return new Statement(sql);
        }
    }

    private static bool HasBody(SqlObject made) =>
        made.Kind is SchemaKinds.Function or SchemaKinds.Procedure && RoutineText.Of(made.Definition) is { Body.Count: > 0, Language: "sql" or "plpgsql" };

    private static string OrReplace(string definition)
    {
        var create = Tokens.Of(definition)[0];
        return definition.Insert(create.Start + create.Length, " OR REPLACE");
    }
}
