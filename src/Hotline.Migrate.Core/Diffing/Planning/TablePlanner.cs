using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Tables: new ones, gone ones, and what changes in those that stay.</summary>
internal static class TablePlanner
{
    public static void Plan(PlanContext context, Rebuilds rebuilds)
    {
        foreach (var table in context.To.Tables.Where(t => context.From.Find<Table>(t.Name) is null))
        {
            NewTables.Plan(context, table);
        }

        foreach (var table in context.From.Tables.Where(t => context.To.Find<Table>(t.Name) is null && !context.Open.Tables.Contains(t.Name)))
        {
            OldTables.Plan(context, table);
        }

        foreach (var table in context.Tables)
        {
            ColumnPlanner.Plan(context, InheritancePlanner.Comparable(context, table), rebuilds);
            InheritancePlanner.Plan(context, table);
            var parts = PartitionParts.Comparable(context, table);
            ConstraintPlanner.Plan(context, parts, rebuilds);
            IndexPlanner.Plan(context, parts, rebuilds);
            PolicyPlanner.Plan(context, table, rebuilds);
            TableSettingsPlanner.Plan(context, table);
            Partitions(context, table);
            Comments.Plan(
                context,
                new CommentTarget("TABLE", table.Name),
                table.Old.Comment,
                table.New.Comment,
                Rank(table.Name, TablePart.Comment));
        }
    }

    public static OperationRank Rank(QualifiedName table, int part, string name = "") => new(Stage.Tables, table, part, name);

    private static void Partitions(PlanContext context, TablePair table)
    {
        if (table.Old.Partitioning != table.New.Partitioning)
        {
            context.Report(
                DiagnosticCodes.ChangeNotSupported,
                $"The table {table.Name} cannot become {(table.New.Partitioning is null ? "an ordinary table" : "partitioned in another way")} in place.",
                SchemaKinds.Table,
                table.Name,
                null,
                $"Leave {table.Name} as it is and add a table {table.Name}_new in the new form, partitions and all; put into that migration: INSERT INTO {table.Name}_new SELECT * FROM {table.Name};",
                $"Swap their names in the next migration: --rename {table.Name}={table.Name}_old --rename {table.Name}_new={table.Name}. Foreign keys, views and grants follow the model.",
                $"Drop {table.Name}_old in the one after that.");
        }

        if (table.Old.PartitionOf == table.New.PartitionOf)
        {
            return;
        }

        if (table.Old.PartitionOf is { } old)
        {
            context.Add(new PlannedOperation(new DetachPartition(table.Name, old))
            {
                Rank = Rank(table.Name, TablePart.Table),
                Frees = [SchemaKey.Relation(old.Parent), .. old.Parent == table.New.PartitionOf?.Parent ? [] : PartitionParts.Parts(context.From, old.Parent)],
                Removes = [new SchemaKey("partition", table.Name), Bounds(old)],
            });
        }

        if (table.New.PartitionOf is { } @new)
        {
            context.Add(new PlannedOperation(new AttachPartition(table.Name, @new) { Note = OutsideBounds(table, @new) })
            {
                Rank = Rank(table.Name, TablePart.Settings, "attach"),
                Needs = [SchemaKey.Relation(@new.Parent), .. PartitionParts.Parts(context.To, @new.Parent), .. TableKeys.Owned(table.New)],
                Makes = [new SchemaKey("partition", table.Name), Bounds(@new)],
            });
        }
    }

    // The detached table keeps its rows, and PostgreSQL moves none.
    private static string? OutsideBounds(TablePair table, PartitionOf partition) =>
        table.Old.PartitionOf?.Parent == partition.Parent && partition.Bound != "DEFAULT"
            ? $"fails while a row of {table.Name} lies outside the new bounds: move such rows to where they belong first"
            : null;

    // Bounds may not overlap, so no table takes its own before every other one has given up those that it had.
    private static SchemaKey Bounds(PartitionOf partition) => new("bounds", partition.Parent);
}
