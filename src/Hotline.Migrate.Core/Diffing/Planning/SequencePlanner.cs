using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Sequences that no identity column owns.</summary>
internal static class SequencePlanner
{
    public static void Plan(PlanContext context)
    {
        foreach (var @new in context.To.Objects.OfType<Sequence>())
        {
            var rank = new OperationRank(Stage.Sequences, @new.Name, 0, "");
            if (context.From.Find<Sequence>(@new.Name) is not { } old)
            {
                context.Add(new PlannedOperation(new CreateSequence(@new))
                {
                    Rank = rank,
                    Makes = [SchemaKey.Relation(@new.Name)],
                    Needs = [SchemaKey.Schema(@new.Name.Schema)],
                });
                continue;
            }

            if (old.Type != @new.Type || old.Options != @new.Options)
            {
                context.Add(new PlannedOperation(new AlterSequence(old, @new)) { Rank = rank });
            }

            Comments.Plan(context, new CommentTarget("SEQUENCE", @new.Name), old.Comment, @new.Comment, rank with { Part = 1 });
        }

        foreach (var old in context.From.Objects.OfType<Sequence>().Where(s => context.To.Find<Sequence>(s.Name) is null))
        {
            var drop = new DropSequence(old) { Loss = new DataLoss(DiagnosticCodes.DropSequence, $"the position of the sequence {old.Name}") };
            context.Add(new PlannedOperation(drop)
            {
                Rank = new OperationRank(Stage.OldSequences, old.Name, 0, ""),
                Removes = [SchemaKey.Relation(old.Name)],
                Frees = [SchemaKey.Schema(old.Name.Schema)],
            });
        }
    }
}
