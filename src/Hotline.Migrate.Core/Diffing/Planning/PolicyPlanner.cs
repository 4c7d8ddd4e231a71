using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Row-level security. It is on before a policy changes and goes off after all of them.</summary>
internal static class PolicyPlanner
{
    public static void Plan(PlanContext context, TablePair table, Rebuilds rebuilds)
    {
        if (table.Old.RowSecurity != table.New.RowSecurity)
        {
            var part = table.New.RowSecurity == RowSecurity.Disabled ? TablePart.RowSecurityOff : TablePart.RowSecurityOn;
            context.Add(new PlannedOperation(new SetRowSecurity(table.Name, table.Old.RowSecurity, table.New.RowSecurity))
            {
                Rank = TablePlanner.Rank(table.Name, part),
            });
        }

        foreach (var name in table.Old.Policies.Concat(table.New.Policies).Select(p => p.Name).Distinct().Order(StringComparer.Ordinal))
        {
            Change(context, table, Find(table.Old, name), Find(table.New, name), rebuilds);
        }
    }

    public static void Create(PlanContext context, Table table, Policy policy, OperationRank rank) =>
        context.Add(Creating(context, table, policy, rank));

    public static PlannedOperation Creating(PlanContext context, Table table, Policy policy, OperationRank rank) =>
        new(new CreatePolicy(table.Name, policy))
        {
            Rank = rank,
            Makes = [SchemaKey.Policy(table.Name, policy.Name)],
            Needs = [SchemaKey.Relation(table.Name), SchemaKey.Extensions, .. Uses(context, table, policy, asItIs: false)],
        };

    public static void Drop(PlanContext context, Table table, Policy policy, OperationRank rank) =>
        context.Add(Dropping(context, table, policy, rank));

    public static PlannedOperation Dropping(PlanContext context, Table table, Policy policy, OperationRank rank) =>
        new(new DropPolicy(table.Name, policy))
        {
            Rank = rank,
            Removes = [SchemaKey.Policy(table.Name, policy.Name)],
            Frees = [SchemaKey.Relation(table.Name), SchemaKey.OldExtensions, .. Uses(context, table, policy, asItIs: true)],
        };

    /// <summary>The tables that a policy's conditions name.</summary>
    public static IEnumerable<SchemaKey> Relations(PlanContext context, Table table, Policy policy, bool asItIs) =>
        new[] { policy.Using, policy.WithCheck }.SelectMany(e => context.Uses(asItIs).OfRelations(e, table.Name.Schema));

    private static void Change(PlanContext context, TablePair table, Policy? old, Policy? @new, Rebuilds rebuilds)
    {
        if (old is not null && @new is not null && !rebuilds.Affects(table.New, @new, context) && !rebuilds.Affects(table.Old, old, context) && CanAlter(old, @new))
        {
            if (!Same(old, @new))
            {
                context.Add(new PlannedOperation(new AlterPolicy(table.Name, old, @new))
                {
                    Rank = TablePlanner.Rank(table.Name, TablePart.CreatePolicy, @new.Name),
                    Needs = [.. Uses(context, table.New, @new, asItIs: false)],

                    // What it still names does not go, and what changes under it makes it a new policy anyway.
                    Frees = [.. Uses(context, table.Old, old, asItIs: true).Except(Uses(context, table.New, @new, asItIs: false))],
                });
            }

            Comments.Plan(
                context,
                new CommentTarget("POLICY", table.Name, @new.Name),
                old.Comment,
                @new.Comment,
                TablePlanner.Rank(table.Name, TablePart.Comment, @new.Name));
            return;
        }

        if (old is not null)
        {
            Drop(context, table.Old, old, TablePlanner.Rank(table.Name, TablePart.DropPolicy, old.Name));
        }

        if (@new is not null)
        {
            Create(context, table.New, @new, TablePlanner.Rank(table.Name, TablePart.CreatePolicy, @new.Name));
        }
    }

    // ALTER POLICY changes neither command nor kind, and takes no condition away.
    private static bool CanAlter(Policy old, Policy @new) =>
        old.Command == @new.Command
        && old.Restrictive == @new.Restrictive
        && (old.Using is null) == (@new.Using is null)
        && (old.WithCheck is null) == (@new.WithCheck is null);

    private static bool Same(Policy old, Policy @new) =>
        old.Roles == @new.Roles
        && SqlExpression.Same(old.Using, @new.Using)
        && SqlExpression.Same(old.WithCheck, @new.WithCheck);

    private static IEnumerable<SchemaKey> Uses(PlanContext context, Table table, Policy policy, bool asItIs)
    {
        var names = SqlExpression.Names(policy.Using);
        names.UnionWith(SqlExpression.Names(policy.WithCheck));
        var schema = asItIs ? context.From : context.To;
        return schema.Tables
            .Where(t => t.Name == table.Name || names.Contains(t.Name.Name))
            .SelectMany(t => (Table[])[t, .. Inheritance.Above(schema, t)])
            .Distinct()
            .SelectMany(t => t.Columns.Where(c => names.Contains(c.Name)).Select(c => SchemaKey.Column(t.Name, c.Name)))
            .Concat(Relations(context, table, policy, asItIs).Where(k => k.Name != table.Name));
    }

    private static Policy? Find(Table table, string name) => table.Policies.FirstOrDefault(p => p.Name == name);
}
