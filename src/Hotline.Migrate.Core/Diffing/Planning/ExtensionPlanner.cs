using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Extensions: there before everything that may use them, gone after it.</summary>
internal static class ExtensionPlanner
{
    public static void Plan(PlanContext context)
    {
        foreach (var @new in context.To.Objects.OfType<Extension>())
        {
            var rank = new OperationRank(Stage.Extensions, @new.Name, 0, "");
            if (context.From.Find<Extension>(@new.Name) is not { } old)
            {
                context.Add(new PlannedOperation(new CreateExtension(@new))
                {
                    Rank = rank,
                    Makes = [SchemaKey.Extensions],
                    Needs = [.. Schema(@new)],
                });
                continue;
            }

            if (old with { Comment = null } != @new with { Comment = null })
            {
                context.Add(new PlannedOperation(new AlterExtension(old, @new))
                {
                    Rank = rank,
                    Needs = [.. Schema(@new)],
                    Frees = [.. Schema(old)],
                });
            }

            Comments.Plan(context, new CommentTarget("EXTENSION", @new.Name), old.Comment, @new.Comment, rank with { Part = 1 });
        }

        foreach (var old in context.From.Objects.OfType<Extension>().Where(e => context.To.Find<Extension>(e.Name) is null))
        {
            context.Add(new PlannedOperation(new DropExtension(old))
            {
                Rank = new OperationRank(Stage.OldExtensions, old.Name, 0, ""),
                Removes = [SchemaKey.OldExtensions],
                Frees = [.. Schema(old)],
            });
        }
    }

    private static IEnumerable<SchemaKey> Schema(Extension extension) =>
        extension.InstallSchema is { } schema ? [SchemaKey.Schema(schema)] : [];
}
