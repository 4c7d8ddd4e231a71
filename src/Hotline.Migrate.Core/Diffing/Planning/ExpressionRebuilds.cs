using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>
/// Takes defaults and the conditions of domains away before a function that they call is dropped, and sets them again after it
/// is there anew. Values stay as they are.
/// </summary>
internal static class ExpressionRebuilds
{
    public static void Plan(PlanContext context, SqlRebuilds rebuilds)
    {
        foreach (var table in context.Tables)
        {
            foreach (var (old, @new) in table.Columns.Where(c => c.Old.Generated is null))
            {
                // A default of the column's own type, or of what is made anew with that, is set again along with it.
                if (!rebuilds.Broken(old.Default, table.Name.Schema).Except(context.UserTypes(old.Type)).Except(context.Replacements.Beside(old, @new)).Any())
                {
                    continue;
                }

                Default(context, table.Name, old, @new);
            }
        }

        foreach (var @new in context.To.Objects.OfType<Domain>())
        {
            if (context.From.Find<Domain>(@new.Name) is { } old
                && !context.Replacements.Contains(@new.Name)
                && ExpressionTexts.Of(old).Expressions.Any(e => rebuilds.Breaks(e, old.Name.Schema)))
            {
                Domain(context, rebuilds, old, @new);
            }
        }
    }

    private static void Default(PlanContext context, QualifiedName table, Column old, Column @new)
    {
        var planned = context.Planned.Find(p => p.Operation is AlterColumn alter && alter.Table == table && alter.New.Name == @new.Name);
        if (planned is null && old != @new && context.Planned.Exists(p => p.Operation is DropColumn drop && drop.Table == table && drop.Column.Name == old.Name))
        {
            return;
        }

        var without = old with { Default = null };
        var rank = planned?.Rank ?? TablePlanner.Rank(table, TablePart.AlterColumn, @new.Name);
        context.Add(new PlannedOperation(new AlterColumn(table, old, without))
        {
            Rank = rank,
            Changes = [SchemaKey.Column(table, old.Name)],
            Frees = [.. context.OldUses.OfStrings(old.Default, table.Schema), SchemaKey.OldExtensions],
        });
        if (planned?.Operation is AlterColumn rest)
        {
            context.Planned.Remove(planned);
            Again(context, planned, rest with { Old = without });
        }
        else if (@new.Default is not null)
        {
            context.Add(new PlannedOperation(new AlterColumn(table, without, @new))
            {
                Rank = rank,
                Changes = [SchemaKey.Column(table, @new.Name)],
                Needs = [.. context.References(@new, table.Schema, asItIs: false)],
            });
        }
    }

    private static void Again(PlanContext context, PlannedOperation planned, Operation operation)
    {
        if (operation is AlterColumn alter && !ColumnChange.IsAltered(alter.Old, alter.New))
        {
            return;
        }

        context.Add(new PlannedOperation(operation)
        {
            Rank = planned.Rank,
            Makes = planned.Makes,
            Changes = planned.Changes,
            Removes = planned.Removes,
            Needs = planned.Needs,
            Frees = planned.Frees,
        });
    }

    private static void Domain(PlanContext context, SqlRebuilds rebuilds, Domain old, Domain @new)
    {
        var without = old with
        {
            Default = rebuilds.Breaks(old.Default, old.Name.Schema) ? null : old.Default,
            Checks = [.. old.Checks.Where(c => !rebuilds.Breaks(c.Expression, old.Name.Schema))],
        };
        context.Planned.RemoveAll(p => p.Operation is AlterDomain alter && alter.New.Name == @new.Name);
        var rank = new OperationRank(Stage.Types, @new.Name, 0, "");
        context.Add(new PlannedOperation(new AlterDomain(old, without))
        {
            Rank = rank,
            Changes = [SchemaKey.Type(@new.Name)],
            Frees = [.. DomainPlanner.Uses(context, old, asItIs: true)],
        });
        context.Add(new PlannedOperation(new AlterDomain(without, @new))
        {
            Rank = rank,
            Changes = [SchemaKey.Type(@new.Name)],
            Needs = [.. DomainPlanner.Uses(context, @new, asItIs: false)],
        });
    }
}
