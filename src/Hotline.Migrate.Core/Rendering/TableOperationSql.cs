using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Operations on tables and what belongs to them.</summary>
internal static class TableOperationSql
{
    public static IEnumerable<string> Statements(Operation operation) => operation switch
    {
        CreateTable create => TableSql.Create(create.Table),
        DropTable drop => [$"DROP TABLE {SqlIdentifier.Quote(drop.Table.Name)}"],
        RenameTable rename => [$"{Alter(rename.Old)} RENAME TO {SqlIdentifier.Quote(rename.New)}"],
        MoveTable move => [$"{Alter(move.Old)} SET SCHEMA {SqlIdentifier.Quote(move.Schema)}"],
        SetUnlogged set => [$"{Alter(set.Table)} SET {(set.Unlogged ? "UNLOGGED" : "LOGGED")}"],
        SetStorageParameters set => StorageSql.Set(Alter(set.Table), set.Old, set.New),
        SetIndexStorageParameters set => StorageSql.Set($"ALTER INDEX {SqlIdentifier.Quote(set.Index)}", set.Old, set.New),
        SetReplicaIdentity set => [TableSettingsSql.ReplicaIdentity(set.Table, set.New)],
        SetClusterIndex set => [TableSettingsSql.ClusterOn(set.Table, set.New)],
        SetTablespace set => [TableSettingsSql.Tablespace(set)],
        InheritTable inherit => [$"{Alter(inherit.Table)} INHERIT {SqlIdentifier.Quote(inherit.Parent)}"],
        DisinheritTable disinherit => [$"{Alter(disinherit.Table)} NO INHERIT {SqlIdentifier.Quote(disinherit.Parent)}"],
        AttachPartition attach =>
            [$"{Alter(attach.Partition.Parent)} ATTACH PARTITION {SqlIdentifier.Quote(attach.Table)} {attach.Partition.Bound}"],
        DetachPartition detach => [$"{Alter(detach.Partition.Parent)} DETACH PARTITION {SqlIdentifier.Quote(detach.Table)}"],
        AddColumn add => AddColumnSql.Statements(add),
        AlterColumn alter => AlterColumnSql.Statements(alter),
        DropColumn drop => [$"ALTER TABLE {(drop.Only ? "ONLY " : "")}{SqlIdentifier.Quote(drop.Table)} DROP COLUMN {SqlIdentifier.Quote(drop.Column.Name)}"],
        RenameColumn rename =>
            [$"{Alter(rename.Table)} RENAME COLUMN {SqlIdentifier.Quote(rename.Old)} TO {SqlIdentifier.Quote(rename.New)}"],
        AddConstraint { ValidateIfPossible: true, Constraint: ForeignKey { NotEnforced: false } key } add => ConstraintSql.AddTolerantly(add.Table, key),
        AddConstraint add => ConstraintSql.Add(add.Table, add.Constraint),
        DropConstraint drop => [$"{Alter(drop.Table)} DROP CONSTRAINT {SqlIdentifier.Quote(drop.Constraint.Name)}"],
        RenameConstraint rename =>
            [$"{Alter(rename.Table)} RENAME CONSTRAINT {SqlIdentifier.Quote(rename.Old)} TO {SqlIdentifier.Quote(rename.New)}"],
        AlterConstraint alter =>
            [$"{Alter(alter.Table)} ALTER CONSTRAINT {SqlIdentifier.Quote(alter.New.Name)} {ConstraintSql.Changes(alter.Old, alter.New)}"],
        ValidateConstraint validate => [$"{Alter(validate.Table)} VALIDATE CONSTRAINT {SqlIdentifier.Quote(validate.Name)}"],
        RenameIndex rename =>
            [$"ALTER INDEX {SqlIdentifier.Quote(rename.Table with { Name = rename.Old })} RENAME TO {SqlIdentifier.Quote(rename.New)}"],
        CreatePolicy create => PolicySql.Create(create.Table, create.Policy),
        AlterPolicy alter => PolicySql.Alter(alter),
        DropPolicy drop => [$"DROP POLICY {SqlIdentifier.Quote(drop.Policy.Name)} ON {SqlIdentifier.Quote(drop.Table)}"],
        SetRowSecurity set => PolicySql.RowSecurity(set.Table, set.Old, set.New),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation.GetType().Name, "There is no SQL for this operation."),
    };

    public static string Alter(QualifiedName table) => $"ALTER TABLE {SqlIdentifier.Quote(table)}";
}
