using Hotline.Migrate.Operations;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>What a table that stays has besides columns and constraints. It comes after those, because what is made anew has lost its marks.</summary>
internal static class TableSettingsPlanner
{
    public static void Plan(PlanContext context, TablePair table)
    {
        var rank = TablePlanner.Rank(table.Name, TablePart.Settings);
        if (table.Old.Unlogged != table.New.Unlogged)
        {
            context.Add(new PlannedOperation(new SetUnlogged(table.Name, table.New.Unlogged)) { Rank = rank, Changes = [SchemaKey.Relation(table.Name)] });
        }

        if (table.Old.StorageParameters != table.New.StorageParameters)
        {
            var set = new SetStorageParameters(table.Name, table.Old.StorageParameters, table.New.StorageParameters);
            context.Add(new PlannedOperation(set) { Rank = rank with { Name = "storage" } });
        }

        if (table.Old.Tablespace != table.New.Tablespace)
        {
            var set = new SetTablespace("TABLE", table.Name, table.Old.Tablespace, table.New.Tablespace);
            context.Add(new PlannedOperation(set) { Rank = rank with { Name = "tablespace" } });
        }

        var identity = ReplicaIdentityIndex.Of(table.New.ReplicaIdentity);
        if (table.Old.ReplicaIdentity != table.New.ReplicaIdentity || IsMadeAnew(context, table, identity))
        {
            var set = new SetReplicaIdentity(table.Name, table.Old.ReplicaIdentity, table.New.ReplicaIdentity);
            context.Add(Marking(table, set, rank with { Name = "replica identity" }, identity, ReplicaIdentityIndex.Of(table.Old.ReplicaIdentity)));
        }

        if (table.Old.ClusteredOn != table.New.ClusteredOn || IsMadeAnew(context, table, table.New.ClusteredOn))
        {
            var set = new SetClusterIndex(table.Name, table.Old.ClusteredOn, table.New.ClusteredOn);
            context.Add(Marking(table, set, rank with { Name = "cluster" }, table.New.ClusteredOn, table.Old.ClusteredOn));
        }
    }

    private static PlannedOperation Marking(TablePair table, Operation set, OperationRank rank, string? index, string? before) => new(set)
    {
        Rank = rank,
        Needs =
        [
            .. Key(table, index),
            .. index is null ? [] : table.New.Columns.Select(c => SchemaKey.Column(table.Name, c.Name)),
        ],

        // The mark goes with its index; when that stays under another name, the mark is set after the rename.
        Frees = [.. before == index ? [] : Key(table, before).Where(_ => index is null)],
    };

    private static bool IsMadeAnew(PlanContext context, TablePair table, string? index) =>
        Key(table, index).Any(key => context.Planned.Any(p => p.Makes.Contains(key) && p.Operation is not (RenameIndex or RenameConstraint)));

    private static IEnumerable<SchemaKey> Key(TablePair table, string? index) =>
        index is null ? [] : [SchemaKey.Relation(table.Name with { Name = index })];
}
