using Hotline.Migrate.Operations;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Comments of what stays. What is made anew brings its own.</summary>
internal static class Comments
{
    public static void Plan(PlanContext context, CommentTarget target, string? old, string? @new, OperationRank rank, params SchemaKey[] needs)
    {
        if (old != @new)
        {
            context.Add(new PlannedOperation(new SetComment(target, old, @new)) { Rank = rank, Needs = [.. needs] });
        }
    }
}
