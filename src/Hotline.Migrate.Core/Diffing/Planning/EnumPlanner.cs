using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Enum types.</summary>
internal static class EnumPlanner
{
    public static void Plan(PlanContext context)
    {
        foreach (var @new in context.To.Objects.OfType<EnumType>())
        {
            if (context.From.Find<EnumType>(@new.Name) is { } old)
            {
                Change(context, old, @new);
                continue;
            }

            context.Add(new PlannedOperation(new CreateEnumType(@new))
            {
                Rank = Rank(Stage.Types, @new),
                Makes = [SchemaKey.Type(@new.Name)],
                Needs = [SchemaKey.Schema(@new.Name.Schema)],
            });
        }

        foreach (var old in context.From.Objects.OfType<EnumType>())
        {
            if (context.To.Find<EnumType>(old.Name) is null && !context.Open.Enums.Contains(old.Name))
            {
                context.Add(new PlannedOperation(new DropEnumType(old))
                {
                    Rank = Rank(Stage.OldTypes, old),
                    Removes = [SchemaKey.Type(old.Name)],
                    Frees = [SchemaKey.Schema(old.Name.Schema)],
                });
            }
        }
    }

    /// <summary>Whether a label goes or the order changes, for which the type has to be made anew.</summary>
    public static bool IsReplaced(EnumType old, EnumType @new) =>
        !old.Labels.SequenceEqual(@new.Labels.Where(l => old.Labels.Contains(l)));

    /// <summary>Why the type cannot be made anew, or <c>null</c>.</summary>
    public static string? Obstacle(PlanContext context, QualifiedName type) => context.Tables
        .Where(t => t.New.Partitioning is { } by && by.Keys.SelectMany(k => TableKeys.Named(t.New, k)).Any(c => context.EnumOf(t.New.FindColumn(c)!.Type) == type))
        .Select(t => $"the table {t.Name} is partitioned by a column of it")
        .Concat(Uses(context, type).Select(u => StoredTypes.Obstacle(context, u.Table)).OfType<string>())
        .FirstOrDefault();

    // On the way back the labels stay; the way there has said so.
    private static void ReportObstacle(PlanContext context, EnumType old, EnumType @new, string obstacle)
    {
        if (!context.Restoring)
        {
            var lost = old.Labels.Where(l => !@new.Labels.Contains(l)).ToList();
            context.Report(
                DiagnosticCodes.ChangeNotSupported,
                $"The enum {@new.Name} cannot {(lost.Count > 0 ? $"lose {string.Join(" and ", lost.Select(l => $"'{l}'"))}" : "change the order of its labels")} in place: {obstacle}.",
                SchemaKinds.Enum,
                @new.Name,
                null,
                "Keep the label, and keep it out with a CHECK.",
                "Or make a new enum and a new table or column of it, move the rows or values there in a migration of your own, and drop the old ones.");
        }
    }

    private static void Change(PlanContext context, EnumType old, EnumType @new)
    {
        if (context.Replacements.IsGrouped(@new.Name))
        {
            return;
        }

        var obstacle = Obstacle(context, @new.Name);
        if (IsReplaced(old, @new) && !context.Open.Labels.Contains(@new.Name))
        {
            if (obstacle is null)
            {
                Replace(context, old, @new);
            }
            else
            {
                ReportObstacle(context, old, @new, obstacle);
            }

            return;
        }

        for (var i = 0; i < @new.Labels.Count; i++)
        {
            if (!old.Labels.Contains(@new.Labels[i]))
            {
                var before = @new.Labels.Skip(i + 1).FirstOrDefault(l => old.Labels.Contains(l));
                context.First.Add(new AddEnumValue(@new.Name, @new.Labels[i], before) { IsPermanent = obstacle is not null });
            }
        }

        Comments.Plan(context, new CommentTarget("TYPE", @new.Name), old.Comment, @new.Comment, Rank(Stage.Types, @new) with { Part = 1 });
    }

    private static void Replace(PlanContext context, EnumType old, EnumType @new)
    {
        var gone = old.Labels.Where(l => !@new.Labels.Contains(l)).ToList();
        var uses = Uses(context, @new.Name).ToList();
        var replace = new ReplaceEnumType(old, @new, [.. uses.Select(u => new EnumUse(u.Table.Name, u.Old.Name, u.Old.Type, u.Old.Default, u.Old.Type == u.New.Type ? u.New.Default : null))])
        {
            Note = gone.Count > 0 && uses.Count > 0
                ? $"fails while a row still holds {string.Join(" or ", gone.Select(l => $"'{l}'"))}: change such rows first"
                : null,
        };
        context.Add(new PlannedOperation(replace)
        {
            Rank = Rank(Stage.Types, @new),
            Changes = [SchemaKey.Type(@new.Name), .. uses.Select(u => SchemaKey.Column(u.Table.Name, u.Old.Name))],
        });
    }

    // What a table has from above is converted along with that.
    private static IEnumerable<(TablePair Table, Column Old, Column New)> Uses(PlanContext context, QualifiedName type) =>
        from table in context.Tables
        from column in table.Columns
        where context.EnumOf(column.Old.Type) == type && context.EnumOf(column.New.Type) == type && column.Old.Generated is null
            && InheritancePlanner.FromAbove(context, table, column.New.Name).Old is null
        select (table, column.Old, column.New);

    private static OperationRank Rank(Stage stage, EnumType type) => new(stage, type.Name, 0, "");
}
