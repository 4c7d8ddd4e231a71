using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Writes operations as SQL for PostgreSQL 14 to 18.</summary>
public static class SqlRenderer
{
    /// <summary>The statements of one operation. Notes and losses stand as comments above the first one.</summary>
    public static IReadOnlyList<Statement> Render(Operation operation, RenderOptions? options = null)
    {
        var statements = Statements(operation, options ?? RenderOptions.Default).ToList();
        string[] comments =
        [
            .. operation.Loss is { } loss ? [$"data loss: {loss.Text}"] : Array.Empty<string>(),
            .. operation.Note is { } note ? [note] : Array.Empty<string>(),
        ];
        if (comments.Length > 0 && statements.Count > 0)
        {
            statements[0] = statements[0] with { Comments = comments };
        }

        return statements;
    }

    private static IEnumerable<Statement> Statements(Operation operation, RenderOptions options) => operation switch
    {
        CreateIndex create => IndexSql.Create(create.Table, create.Index, options.ConcurrentIndexes && !create.OnPartitioned),
        DropIndex drop => [IndexSql.Drop(drop.Table, drop.Index, options.ConcurrentIndexes && !drop.OnPartitioned)],
        AddConstraint { UsingIndex: not null } add => OnlineSql.UsingIndex(add),
        AddConstraint { HasRows: true, ValidateIfPossible: false } add when OnlineSql.Adding(add, options) is { } statements => statements,
        AlterColumn { NotNullProof: { } proof } alter when options.ValidateLater => OnlineSql.NotNull(alter, proof),
        ValidateConstraint validate when options.ValidateLater => [OnlineSql.Validation(validate.Table, validate.Name)],
        CreateSqlObject or ReplaceSqlObject or AlterSqlObject or DropSqlObject => SqlObjectSql.Statements(operation, options),
        _ => Texts(operation).Select(sql => new Statement(sql)),
    };

    private static IEnumerable<string> Texts(Operation operation) => operation switch
    {
        CreateSchema create => [$"CREATE SCHEMA {SqlIdentifier.Quote(create.Name)}"],
        DropSchema drop => [$"DROP SCHEMA {SqlIdentifier.Quote(drop.Name)}"],
        CreateExtension create => ExtensionSql.Create(create.Extension),
        DropExtension drop => [$"DROP EXTENSION {SqlIdentifier.Quote(drop.Extension.Name.Name)}"],
        AlterExtension alter => ExtensionSql.Alter(alter.Old, alter.New),
        CreateEnumType create => EnumSql.Create(create.Type),
        DropEnumType drop => [$"DROP TYPE {SqlIdentifier.Quote(drop.Type.Name)}"],
        RenameEnumType rename => EnumSql.Rename(rename.Old, rename.New),
        RenameEnumValue rename => [EnumSql.RenameValue(rename)],
        AddEnumValue add => [EnumSql.AddValue(add)],
        ReplaceEnumType replace => EnumSql.Replace(replace),
        CreateDomain create => DomainSql.Create(create.Domain),
        AlterDomain alter => DomainSql.Alter(alter.Old, alter.New),
        ReplaceDomain replace => DomainSql.Replace(replace),
        ReplaceTypes replace => TypeGroupSql.Replace(replace),
        DropDomain drop => [$"DROP DOMAIN {SqlIdentifier.Quote(drop.Domain.Name)}"],
        CreateCompositeType create => CompositeSql.Create(create.Type),
        AlterCompositeType alter => CompositeSql.Alter(alter.Old, alter.New),
        DropCompositeType drop => [$"DROP TYPE {SqlIdentifier.Quote(drop.Type.Name)}"],
        RenameField rename =>
            [$"ALTER TYPE {SqlIdentifier.Quote(rename.Type)} RENAME ATTRIBUTE {SqlIdentifier.Quote(rename.Old)} TO {SqlIdentifier.Quote(rename.New)}"],
        RenameType rename => EnumSql.Rename(rename.Old, rename.New),
        CreateSequence create => SequenceSql.Create(create.Sequence),
        AlterSequence alter => SequenceSql.Alter(alter.Old, alter.New),
        DropSequence drop => [$"DROP SEQUENCE {SqlIdentifier.Quote(drop.Sequence.Name)}"],
        RenameSequence rename => [SerialSql.Rename(rename.Old, rename.Old with { Name = rename.New })],
        SetSequenceOwner set => SerialSql.SetOwner(set),
        SerialToIdentity change => SerialSql.ToIdentity(change),
        IdentityToSerial change => SerialSql.ToSerial(change),
        ChangePrivileges change => PrivilegeSql.Change(change),
        ChangeDefaultPrivileges change => PrivilegeSql.Change(change),
        SetComment comment => [CommentSql.Set(comment.Target, comment.New)],
        _ => TableOperationSql.Statements(operation),
    };
}
