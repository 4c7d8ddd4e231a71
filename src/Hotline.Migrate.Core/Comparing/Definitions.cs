using Hotline.Migrate.Operations;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Comparing;

/// <summary>The definitions of what an operation drops, makes or changes, for people to read.</summary>
internal static class Definitions
{
    /// <summary>The part of a table that the operation drops, if it is about one.</summary>
    public static Part? Gone(Operation operation) => operation switch
    {
        DropConstraint o => Constraint(o.Table, o.Constraint),
        DropIndex o => Index(o.Table, o.Index),
        DropPolicy o => Policy(o.Table, o.Policy),
        DropColumn o => Column(o.Table, o.Column),
        DropSqlObject o => Sql(o.Subject),
        _ => null,
    };

    /// <summary>The part of a table that the operation makes, if it is about one.</summary>
    public static Part? Come(Operation operation) => operation switch
    {
        AddConstraint o => Constraint(o.Table, o.Constraint),
        CreateIndex o => Index(o.Table, o.Index),
        CreatePolicy o => Policy(o.Table, o.Policy),
        AddColumn o => Column(o.Table, o.Column),
        CreateSqlObject o => Sql(o.Subject),
        _ => null,
    };

    /// <summary>What the words of the operation do not tell.</summary>
    public static IEnumerable<string> Details(Operation operation) => operation switch
    {
        AlterColumn o => ColumnDetails.Of(o.Old, o.New),
        SerialToIdentity o => ColumnDetails.Of(o.Column.Old, o.Column.New),
        IdentityToSerial o => ColumnDetails.Of(o.Column.Old, o.Column.New),
        ChangePrivileges o => Change(
            PrivilegeSql.Words(o.Old?.Grants ?? [], o.Old?.RevokedFromPublic ?? []), PrivilegeSql.Words(o.New?.Grants ?? [], o.New?.RevokedFromPublic ?? [])),
        ChangeDefaultPrivileges o => Change(
            PrivilegeSql.Words(o.Old?.Grants ?? [], o.Old?.RevokedFromPublic ?? []), PrivilegeSql.Words(o.New?.Grants ?? [], o.New?.RevokedFromPublic ?? [])),
        AlterConstraint o => Change(ConstraintSql.Definition(o.Old), ConstraintSql.Definition(o.New)),
        AlterPolicy o => Change(Policy(o.Table, o.Old).Definition, Policy(o.Table, o.New).Definition),
        AlterSequence o => Change(First(new CreateSequence(o.Old)), First(new CreateSequence(o.New))),
        ReplaceTypes o => Change(Types(o, t => t.Old), Types(o, t => t.New)),
        ReplaceDomain o => Change(All(new CreateDomain(o.Old)), All(new CreateDomain(o.New))),
        AlterDomain o => Change(All(new CreateDomain(o.Old)), All(new CreateDomain(o.New))),
        AlterCompositeType o => Change(All(new CreateCompositeType(o.Old)), All(new CreateCompositeType(o.New))),
        AlterExtension o => Change(First(new CreateExtension(o.Old)), First(new CreateExtension(o.New))),
        ReplaceEnumType o => Change(Labels(o.Old), Labels(o.New)),
        ReplaceSqlObject o => Change(Sql(o.Old).Definition, Sql(o.New).Definition),
        AlterSqlObject o => Change(Sql(o.Old).Definition, Sql(o.New).Definition),
        SetComment o => Change(Text(o.Old), Text(o.New)),
        SetStorageParameters o => Change(string.Join(", ", o.Old), string.Join(", ", o.New)),
        SetIndexStorageParameters o => Change(string.Join(", ", o.Old), string.Join(", ", o.New)),
        SetRowSecurity o => Change(Word(o.Old), Word(o.New)),
        ValidateConstraint => Change("NOT VALID", "valid"),
        CreateEnumType o => [Labels(o.Type)],
        _ when (Gone(operation) ?? Come(operation)) is { } part => [part.Definition],
        _ => [],
    };

    private static Part Constraint(QualifiedName table, TableConstraint constraint) =>
        new(new PartKey("constraint", table, constraint.Name), ConstraintSql.Definition(constraint));

    private static Part Index(QualifiedName table, TableIndex index) =>
        new(new PartKey("index", table, index.Name), First(new CreateIndex(table, index)) + (index.Invalid ? " -- invalid" : ""));

    private static Part Policy(QualifiedName table, Policy policy) =>
        new(new PartKey("policy", table, policy.Name), PolicySql.Create(table, policy).First());

    private static Part Column(QualifiedName table, Column column) =>
        new(new PartKey("column", table, column.Name), ColumnSql.Definition(column));

    // With everything that completes it, so that each difference shows.
    private static Part Sql(SqlObject sqlObject) => new(
        new PartKey(sqlObject.Kind, sqlObject.Name, ""),
        string.Join(";\n", SqlRenderer.Render(new CreateSqlObject(sqlObject)).Select(s => s.Sql)));

    // Only what differs by itself, not what is made anew along with it.
    private static string Types(ReplaceTypes replace, Func<TypeReplacement, SchemaObject> form) =>
        string.Join("; ", replace.Types.Where(t => t.Differs).Select(t => form(t) switch
        {
            EnumType type => $"{type.Name}: {Labels(type)}",
            Domain domain => All(new CreateDomain(domain)),
            CompositeType composite => All(new CreateCompositeType(composite)),
            var other => other.Name.ToString(),
        }));

    private static IEnumerable<string> Change(string expected, string found) =>
        [$"expected {(expected.Length == 0 ? "none" : expected)}", $"found    {(found.Length == 0 ? "none" : found)}"];

    private static string First(Operation operation) => SqlRenderer.Render(operation)[0].Sql;

    private static string All(Operation operation) => string.Join("; ", SqlRenderer.Render(operation).Select(s => s.Sql));

    private static string Labels(EnumType type) => string.Join(", ", type.Labels.Select(SqlLiteral.Quote));

    private static string Text(string? comment) => comment is null ? "" : SqlLiteral.Quote(comment);

    private static string Word(RowSecurity rowSecurity) => rowSecurity switch
    {
        RowSecurity.Enabled => "enabled",
        RowSecurity.Forced => "forced",
        _ => "disabled",
    };
}
