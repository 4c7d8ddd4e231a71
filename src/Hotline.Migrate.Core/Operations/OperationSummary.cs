using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary>An operation in a few words, with the object it changes.</summary>
/// <param name="Sign"><c>+</c> for what comes, <c>-</c> for what goes, <c>~</c> for what changes.</param>
/// <param name="Kind">The kind of the object, one of <see cref="SchemaKinds"/>.</param>
/// <param name="Name">The object: for columns, constraints and indexes their table.</param>
/// <param name="Member">The column, if it is about one; else the constraint, index, policy or label.</param>
/// <param name="Words">What it is, to be read after the sign: <c>column users.avatar_url text</c>.</param>
public sealed record OperationSummary(char Sign, string Kind, QualifiedName Name, string? Member, string Words)
{
    /// <summary>The operation in a few words.</summary>
    public static OperationSummary Of(Operation operation) => operation switch
    {
        CreateTable o => Table('+', o.Table.Name, null, $"table {o.Table.Name} ({Count(o.Table.Columns.Count, "column")})"),
        DropTable o => Table('-', o.Table.Name, null, $"table {o.Table.Name}"),
        RenameTable o => Table('~', o.Old with { Name = o.New }, null, $"table {o.Old} is renamed to {o.New}"),
        MoveTable o => Table('~', o.Old with { Schema = o.Schema }, null, $"table {o.Old} moves to schema {o.Schema}"),
        AddColumn o => Table('+', o.Table, o.Column.Name, $"column {o.Table}.{o.Column.Name} {Type(o.Column)}"),
        DropColumn o => Table('-', o.Table, o.Column.Name, $"column {o.Table}.{o.Column.Name}"),
        RenameColumn o => Table('~', o.Table, o.New, $"column {o.Table}.{o.Old} is renamed to {o.New}"),
        AlterColumn o => Table('~', o.Table, o.New.Name, $"column {o.Table}.{o.New.Name} {Change(o.Old, o.New)}"),
        AddConstraint o => Table('+', o.Table, Part(o.Constraint), $"{Word(o.Constraint)} {o.Constraint.Name} on {o.Table}"),
        DropConstraint o => Table('-', o.Table, Part(o.Constraint), $"{Word(o.Constraint)} {o.Constraint.Name} on {o.Table}"),
        AlterConstraint o => Table('~', o.Table, Part(o.New), $"{Word(o.New)} {o.New.Name} on {o.Table}"),
        RenameConstraint o => Table('~', o.Table, o.New, $"constraint {o.Old} on {o.Table} is renamed to {o.New}"),
        ValidateConstraint o => Table('~', o.Table, o.Name, $"constraint {o.Name} on {o.Table} is validated"),
        CreateIndex o => Table('+', o.Table, Part(o.Index), $"index {o.Index.Name} on {o.Table}"),
        DropIndex o => Table('-', o.Table, Part(o.Index), $"index {o.Index.Name} on {o.Table}"),
        RenameIndex o => Table('~', o.Table, o.New, $"index {o.Old} on {o.Table} is renamed to {o.New}"),
        SetIndexStorageParameters o => Table('~', o.Index, null, $"storage parameters of index {o.Index}"),
        CreatePolicy o => Table('+', o.Table, o.Policy.Name, $"policy {o.Policy.Name} on {o.Table}"),
        DropPolicy o => Table('-', o.Table, o.Policy.Name, $"policy {o.Policy.Name} on {o.Table}"),
        AlterPolicy o => Table('~', o.Table, o.New.Name, $"policy {o.New.Name} on {o.Table}"),
        SetRowSecurity o => Table('~', o.Table, null, $"row security of {o.Table}"),
        SetStorageParameters o => Table('~', o.Table, null, $"storage parameters of {o.Table}"),
        SetReplicaIdentity o => Table('~', o.Table, null, $"replica identity of {o.Table} {o.Old ?? "default"} -> {o.New ?? "default"}"),
        SetClusterIndex o => Table('~', o.Table, null, o.New is null ? $"{o.Table} is not clustered" : $"{o.Table} is clustered by {o.New}"),
        SetTablespace o => Table('~', o.Name, null, $"tablespace of {o.Kind.ToLowerInvariant()} {o.Name} {o.Old ?? "default"} -> {o.New ?? "default"}"),
        SetUnlogged o => Table('~', o.Table, null, $"table {o.Table} becomes {(o.Unlogged ? "unlogged" : "logged")}"),
        InheritTable o => Table('~', o.Table, null, $"table {o.Table} inherits from {o.Parent}"),
        DisinheritTable o => Table('~', o.Table, null, $"table {o.Table} no longer inherits from {o.Parent}"),
        AttachPartition o => Table('+', o.Table, null, $"partition {o.Table} of {o.Partition.Parent}"),
        DetachPartition o => Table('-', o.Table, null, $"partition {o.Table} of {o.Partition.Parent}"),
        CreateEnumType o => Enum('+', o.Type.Name, null, $"enum {o.Type.Name}"),
        DropEnumType o => Enum('-', o.Type.Name, null, $"enum {o.Type.Name}"),
        RenameEnumType o => Enum('~', o.New, null, $"enum {o.Old} is renamed to {o.New}"),
        ReplaceEnumType o => Enum('~', o.New.Name, null, $"labels of enum {o.New.Name}"),
        AddEnumValue o => Enum('+', o.Type, o.Label, $"label '{o.Label}' of enum {o.Type}"),
        RenameEnumValue o => Enum('~', o.Type, o.New, $"label '{o.Old}' of enum {o.Type} is renamed to '{o.New}'"),
        CreateDomain o => new('+', SchemaKinds.Domain, o.Domain.Name, null, $"domain {o.Domain.Name} {o.Domain.Type}"),
        DropDomain o => new('-', SchemaKinds.Domain, o.Domain.Name, null, $"domain {o.Domain.Name}"),
        ReplaceTypes o => Types(o),
        ReplaceDomain o => new('~', SchemaKinds.Domain, o.New.Name, null, $"domain {o.New.Name}"),
        AlterDomain o => new('~', SchemaKinds.Domain, o.New.Name, null, $"domain {o.New.Name}"),
        CreateCompositeType o => new('+', SchemaKinds.Composite, o.Type.Name, null, $"type {o.Type.Name} ({Count(o.Type.Fields.Count, "field")})"),
        DropCompositeType o => new('-', SchemaKinds.Composite, o.Type.Name, null, $"type {o.Type.Name}"),
        AlterCompositeType o => new('~', SchemaKinds.Composite, o.New.Name, null, $"type {o.New.Name}"),
        RenameField o => new('~', SchemaKinds.Composite, o.Type, o.New, $"field {o.Type}.{o.Old} is renamed to {o.New}"),
        RenameType o => new('~', o.Kind, o.New, null, $"{(o.Kind == SchemaKinds.Domain ? "domain" : "type")} {o.Old} is renamed to {o.New}"),
        CreateSequence o => new('+', SchemaKinds.Sequence, o.Sequence.Name, null, $"sequence {o.Sequence.Name}"),
        DropSequence o => new('-', SchemaKinds.Sequence, o.Sequence.Name, null, $"sequence {o.Sequence.Name}"),
        AlterSequence o => new('~', SchemaKinds.Sequence, o.New.Name, null, $"sequence {o.New.Name}"),
        RenameSequence o => new('~', SchemaKinds.Sequence, o.Old with { Name = o.New }, null, $"sequence {o.Old} is renamed to {o.New}"),
        SetSequenceOwner o => new('~', SchemaKinds.Sequence, o.Sequence, null,
            o.New is { } owner ? $"sequence {o.Sequence} goes with {owner.Table}.{owner.Column}" : $"sequence {o.Sequence} goes with no column"),
        SerialToIdentity o => Table('~', o.Column.Table, o.Column.New.Name, $"column {o.Column.Table}.{o.Column.New.Name} serial -> identity"),
        IdentityToSerial o => Table('~', o.Column.Table, o.Column.New.Name, $"column {o.Column.Table}.{o.Column.New.Name} identity -> serial"),
        ChangePrivileges o => new('~', SchemaKinds.Privileges, o.Either.Name, null, $"privileges on {o.Either.TargetKind.ToLowerInvariant()} {Shown(o.Either.TargetKind, o.Either.Target)}"),
        ChangeDefaultPrivileges o => new('~', SchemaKinds.DefaultPrivileges, o.Either.Name, null, $"default privileges on {o.Either.Name}"),
        CreateExtension o => new('+', SchemaKinds.Extension, o.Extension.Name, null, $"extension {o.Extension.Name}"),
        DropExtension o => new('-', SchemaKinds.Extension, o.Extension.Name, null, $"extension {o.Extension.Name}"),
        AlterExtension o => new('~', SchemaKinds.Extension, o.New.Name, null, $"extension {o.New.Name}"),
        CreateSchema o => new('+', SchemaKinds.Schema, QualifiedName.Of(o.Name), null, $"schema {o.Name}"),
        DropSchema o => new('-', SchemaKinds.Schema, QualifiedName.Of(o.Name), null, $"schema {o.Name}"),
        CreateSqlObject o => Sql('+', o.Subject, ""),
        DropSqlObject o => Sql('-', o.Subject, ""),
        ReplaceSqlObject o => Sql('~', o.New, ""),
        AlterSqlObject o => Sql('~', o.New, "settings of "),
        SetComment o => new('~', KindOf(o.Target.Kind), Shown(o.Target.Kind, o.Target.Name), o.Target.Member, $"comment on {Target(o.Target)}"),
        _ => new('~', "", QualifiedName.Of(""), null, operation.GetType().Name),
    };

    /// <summary>Sign and words: <c>+ column users.avatar_url text</c>.</summary>
    public override string ToString() => $"{Sign} {Words}";

    private static OperationSummary Types(ReplaceTypes replace)
    {
        var changed = replace.Types.Where(t => t.Differs).DefaultIfEmpty(replace.Types[0]).ToList();
        return new('~', changed[0].New.Kind, changed[0].New.Name, null, $"type {string.Join(", ", changed.Select(t => t.New.Name))}");
    }

    private static OperationSummary Table(char sign, QualifiedName name, string? member, string words) =>
        new(sign, SchemaKinds.Table, name, member, words);

    private static OperationSummary Enum(char sign, QualifiedName name, string? member, string words) =>
        new(sign, SchemaKinds.Enum, name, member, words);

    private static OperationSummary Sql(char sign, SqlObject sqlObject, string what)
    {
        var kind = sqlObject.Kind.Replace('_', ' ');
        var words = sqlObject.On is { } relation ? $"{kind} {sqlObject.OwnName} on {relation}" : $"{kind} {sqlObject.Name}";
        return new OperationSummary(sign, sqlObject.Kind, sqlObject.Name, null, what + words);
    }

    private static string Change(Column old, Column @new)
    {
        // The other parts often change with the type, were it by a cast alone.
        if (Type(old) != Type(@new))
        {
            return $"{Type(old)} -> {Type(@new)}";
        }

        (string What, string? Old, string? New)[] parts =
        [
            ("default", old.Default, @new.Default),
            ("collation", old.Collation, @new.Collation),
            ("identity", Word(old.Identity), Word(@new.Identity)),
            ("generated", Word(old.Generated), Word(@new.Generated)),
            ("storage", old.Storage, @new.Storage),
            ("compression", old.Compression, @new.Compression),
        ];
        var changed = parts.Where(p => p.Old != p.New).Select(p => $"{p.What} {p.Old ?? "none"} -> {p.New ?? "none"}").ToList();
        return changed.Count > 0 ? string.Join(", ", changed) : "options of identity";
    }

    private static string? Word(Identity? identity) => identity switch
    {
        null => null,
        { Always: true } => "always",
        _ => "by default",
    };

    private static string? Word(GeneratedColumn? generated) => generated is null ? null : $"{generated.Expression}{(generated.Virtual ? " virtual" : " stored")}";

    private static string Type(Column column) => column.Nullable ? column.Type : column.Type + " not null";

    private static string Word(TableConstraint constraint) => constraint switch
    {
        PrimaryKey => "primary key",
        UniqueConstraint => "unique constraint",
        ForeignKey => "foreign key",
        CheckConstraint => "check",
        _ => "exclusion constraint",
    };

    private static string? Part(TableConstraint constraint) => constraint switch
    {
        PrimaryKey { Columns: [var column] } => column,
        UniqueConstraint { Columns: [var column] } => column,
        ForeignKey { Columns: [var column] } => column,
        _ => constraint.Name,
    };

    private static string? Part(TableIndex index) =>
        index.Elements is [{ Column: { } column }] ? column : index.Name;

    private static string Target(CommentTarget target) =>
        $"{target.Kind.ToLowerInvariant()} {Shown(target.Kind, target.Name)}{(target.Member is null ? "" : "." + target.Member)}";

    // A schema's name is both parts of its own.
    private static QualifiedName Shown(string kind, QualifiedName name) => kind == "SCHEMA" ? QualifiedName.Of(name.Name) : name;

    private static string KindOf(string commentKind) => commentKind switch
    {
        "TYPE" => SchemaKinds.Enum,
        "DOMAIN" or "DOMAIN CONSTRAINT" => SchemaKinds.Domain,
        "SEQUENCE" => SchemaKinds.Sequence,
        "EXTENSION" => SchemaKinds.Extension,
        "SCHEMA" => SchemaKinds.Schema,
        "SERVER" => SchemaKinds.ForeignServer,
        _ when SchemaKinds.IsSql(commentKind.Replace(' ', '_').ToLowerInvariant()) => commentKind.Replace(' ', '_').ToLowerInvariant(),
        _ => SchemaKinds.Table,
    };

    private static string Count(int count, string word) => count == 1 ? $"1 {word}" : $"{count} {word}s";
}
