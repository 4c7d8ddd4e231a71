using Hotline.Migrate.Tool.Commands.Running;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows how long each migration of a rehearsal took, and what it locked.</summary>
internal static class RehearsalTable
{
    /// <summary>Prints it.</summary>
    public static void Print(IReadOnlyList<RunChange> changes, Screen screen) =>
        screen.Table(new Grid(["revision", "message", "#time", "table", "lock", "blocks", "work"], [.. changes.SelectMany(Rows)]));

    private static IEnumerable<IReadOnlyList<Styled>> Rows(RunChange change)
    {
        Styled[] first = [Styled.Name(change.Revision), change.Message, RevisionLines.Duration(change.ElapsedMs ?? 0)];
        var locks = change.Locks ?? [];
        if (locks.Count == 0)
        {
            yield return [.. first, Styled.Muted("-"), "", "", ""];
        }

        foreach (var held in locks)
        {
            yield return
            [
                .. first,
                held.Table,
                held.Lock,
                held.Blocks is "reads and writes" or "writes" ? Styled.Warning(held.Blocks) : Styled.Muted(held.Blocks),
                held.Rewritten ? Styled.Warning("rewritten") : held.Seen ? "" : Styled.Muted("outside a transaction: by its text"),
            ];
            first = ["", "", ""];
        }
    }
}
