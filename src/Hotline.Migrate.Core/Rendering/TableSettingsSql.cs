using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>What a table has besides its columns and constraints.</summary>
internal static class TableSettingsSql
{
    /// <summary>What <c>CREATE TABLE</c> cannot say, or not in every version.</summary>
    public static IEnumerable<string> OfNew(Table table)
    {
        foreach (var actions in table.Columns.Select(ColumnStorageSql.OfNew).Where(a => a.Count > 0))
        {
            yield return AlterColumnSql.AlterTable(table.Name, actions);
        }

        if (table.ReplicaIdentity is { } identity)
        {
            yield return ReplicaIdentity(table.Name, identity);
        }

        if (table.ClusteredOn is { } index)
        {
            yield return ClusterOn(table.Name, index);
        }
    }

    public static string ReplicaIdentity(QualifiedName table, string? identity) =>
        $"{TableOperationSql.Alter(table)} REPLICA IDENTITY " + identity switch
        {
            null => "DEFAULT",
            "full" => "FULL",
            "nothing" => "NOTHING",
            _ => $"USING INDEX {SqlIdentifier.Quote(ReplicaIdentityIndex.Of(identity)!)}",
        };

    public static string ClusterOn(QualifiedName table, string? index) => TableOperationSql.Alter(table)
        + (index is null ? " SET WITHOUT CLUSTER" : $" CLUSTER ON {SqlIdentifier.Quote(index)}");

    public static string Tablespace(SetTablespace set) =>
        $"ALTER {set.Kind} {SqlIdentifier.Quote(set.Name)} SET TABLESPACE {SqlIdentifier.Quote(set.New ?? "pg_default")}";
}
