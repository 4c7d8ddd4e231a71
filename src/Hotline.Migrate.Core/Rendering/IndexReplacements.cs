using Hotline.Migrate.Operations;

namespace Hotline.Migrate.Rendering;

/// <summary>Finds the indexes that change, so that where they are built concurrently the new one is there before the old one goes.</summary>
internal static class IndexReplacements
{
    /// <summary>The statements of each operation.</summary>
    public static List<IReadOnlyList<Statement>> Render(IReadOnlyList<Operation> operations, RenderOptions options)
    {
        var rendered = operations.Select(o => SqlRenderer.Render(o, options)).ToList();
        if (options.ConcurrentIndexes)
        {
            for (var i = 0; i < operations.Count; i++)
            {
                if (operations[i] is CreateIndex { OnPartitioned: false } create && Dropped(operations, create, i) is { } at)
                {
                    rendered[i] = [.. OnlineSql.Replace((DropIndex)operations[at], create)];
                    rendered[at] = [];
                }
            }
        }

        return rendered;
    }

    private static int? Dropped(IReadOnlyList<Operation> operations, CreateIndex create, int before)
    {
        for (var i = before - 1; i >= 0; i--)
        {
            if (operations[i] is DropIndex drop && drop.Table == create.Table && drop.Index.Name == create.Index.Name)
            {
                return i;
            }

            if (!CanComeBefore(operations[i]))
            {
                return null;
            }
        }

        return null;
    }

    // What does not look at the old index and could not stand its being there.
    private static bool CanComeBefore(Operation operation) =>
        operation is DropIndex or CreateIndex or RenameIndex or AddColumn or AddConstraint or ValidateConstraint or CreateTable or SetComment;
}
