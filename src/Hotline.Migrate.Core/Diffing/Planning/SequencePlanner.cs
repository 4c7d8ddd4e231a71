using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing.Types;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Sequences that no identity column owns.</summary>
internal static class SequencePlanner
{
    public static void Plan(PlanContext context, Rebuilds rebuilds)
    {
        foreach (var @new in context.To.Objects.OfType<Sequence>())
        {
            if (context.From.Find<Sequence>(@new.Name) is { } old)
            {
                Change(context, old, @new, rebuilds);
            }
            else if (!OwnedSequences.IsConverted(context, @new))
            {
                Create(context, @new);
            }
        }

        foreach (var old in context.From.Objects.OfType<Sequence>().Where(s => context.To.Find<Sequence>(s.Name) is null))
        {
            if (!OwnedSequences.GoesWithOwner(context, old) && !OwnedSequences.IsConverted(context, old))
            {
                Drop(context, old);
            }
        }
    }

    private static void Create(PlanContext context, Sequence sequence)
    {
        context.Add(new PlannedOperation(new CreateSequence(sequence with { OwnedBy = null }))
        {
            Rank = Rank(Stage.Sequences, sequence),
            Makes = [SchemaKey.Relation(sequence.Name)],
            Needs = [SchemaKey.Schema(sequence.Name.Schema)],
        });
        if (sequence.OwnedBy is { } owner)
        {
            var before = context.From.Find<Table>(owner.Table)?.FindColumn(owner.Column);
            var after = context.To.Find<Table>(owner.Table)?.FindColumn(owner.Column);
            var advance = before is { Generated: null }
                && after is not null
                && TypeName.Family(after.Type) == TypeFamily.Integer
                && sequence.Options is { Increment: null or > 0, Minimum: null };
            context.Add(SetOwner(sequence, null, owner, advance));
        }
    }

    private static void Change(PlanContext context, Sequence old, Sequence @new, Rebuilds rebuilds)
    {
        var rank = Rank(Stage.Sequences, @new);
        if (old.Type != @new.Type || old.Options != @new.Options || old.Unlogged != @new.Unlogged)
        {
            // A table that becomes logged or unlogged takes its sequences along.
            context.Add(new PlannedOperation(new AlterSequence(old, @new))
            {
                Rank = rank,
                Needs = [.. old.Unlogged != @new.Unlogged && old.OwnedBy is { } owner ? new[] { SchemaKey.Relation(owner.Table) } : []],
            });
        }

        if (@new.OwnedBy is { } same && old.OwnedBy == same && rebuilds.Recreates(same.Table, same.Column))
        {
            context.Add(SetOwner(@new, same, null));
            context.Add(SetOwner(@new, null, same));
        }
        else if (old.OwnedBy != @new.OwnedBy)
        {
            context.Add(SetOwner(@new, old.OwnedBy, @new.OwnedBy));
        }

        Comments.Plan(context, new CommentTarget("SEQUENCE", @new.Name), old.Comment, @new.Comment, rank with { Part = 1 });
    }

    private static void Drop(PlanContext context, Sequence sequence)
    {
        var drop = new DropSequence(sequence) { Loss = new DataLoss(DiagnosticCodes.DropSequence, $"the position of the sequence {sequence.Name}") };
        context.Add(new PlannedOperation(drop)
        {
            Rank = Rank(Stage.OldSequences, sequence),
            Removes = [SchemaKey.Relation(sequence.Name)],
            Frees = [SchemaKey.Schema(sequence.Name.Schema)],
        });
    }

    private static PlannedOperation SetOwner(Sequence sequence, ColumnReference? old, ColumnReference? @new, bool advance = false) =>
        new(new SetSequenceOwner(sequence.Name, old, @new, advance))
        {
            // Beside the table of its column, so that a new sequence is complete before the next table.
            Rank = new OperationRank(Stage.Tables, (@new ?? old)!.Table, TablePart.Settings, sequence.Name.Name),
            Needs = [SchemaKey.Relation(sequence.Name), .. Owner(@new)],
            Frees = [.. Owner(old)],

            // The new column may wait for the old one to go.
            Split = _ => old is null || @new is null ? null : [SetOwner(sequence, old, null), SetOwner(sequence, null, @new)],
        };

    private static IEnumerable<SchemaKey> Owner(ColumnReference? owner) => owner is null ? [] : [SchemaKey.Column(owner.Table, owner.Column)];

    private static OperationRank Rank(Stage stage, Sequence sequence) => new(stage, sequence.Name, 0, "");
}
