using Hotline.Migrate.Impact;
using Hotline.Migrate.Planning;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>Turns what a plan locks into what is told of it.</summary>
internal static class PlannedLocks
{
    /// <summary>The statements of a change that touch what is there now, or that do not tell.</summary>
    public static IReadOnlyList<RunStatement> Of(ChangeImpact change, PlanImpact plan) =>
    [
        .. change.Commands
            .Select(c => new RunStatement(
                c.Command.Where.Line,
                c.Text,
                c.Impact.IsOpaque,
                [.. c.Impact.Relations.Where(r => !r.IsNew && r.Lock > LockMode.None).Select(r => Of(r, plan))]))
            .Where(s => s.IsOpaque || s.Locks.Count > 0),
    ];

    private static StatementLock Of(RelationImpact relation, PlanImpact plan)
    {
        var facts = plan.Find(relation.Relation);
        return new StatementLock(
            relation.Relation.ToString(),
            relation.Lock.Text,
            relation.Lock.Blocks,
            relation.Work switch
            {
                TableWork.Rewrite => "rewrite",
                TableWork.IndexBuild => "index build",
                TableWork.Scan => "scan",
                TableWork.Rows => "rows",
                _ => "",
            },
            relation.Why,
            facts is { Rows: >= 0 and var rows } ? rows : null,
            facts?.Bytes);
    }
}
