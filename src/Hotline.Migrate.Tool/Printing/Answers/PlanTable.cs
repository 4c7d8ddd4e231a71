using System.Globalization;
using Hotline.Migrate.Configuration;
using Hotline.Migrate.Tool.Commands.Running;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows what the statements of a change lock, as a table of SQL comments.</summary>
internal static class PlanTable
{
    /// <summary>Prints it.</summary>
    public static void Print(IReadOnlyList<RunStatement> statements, Screen screen)
    {
        if (statements.Count == 0)
        {
            screen.Line(Styled.Muted("-- locks nothing that is there now"));
            return;
        }

        var rows = new List<IReadOnlyList<Styled>>();
        foreach (var group in Alike(statements))
        {
            rows.AddRange(Rows(group[0], group.Count));
        }

        screen.Table(new Grid(["--", "#line", "statement", "table", "lock", "blocks", "work", "#rows", "#size"], rows));
    }

    /// <summary>A size as people read it.</summary>
    public static string Size(long bytes) => Sizes.Text(bytes);

    // A thousand INSERTs into one table are one line.
    private static IEnumerable<List<RunStatement>> Alike(IReadOnlyList<RunStatement> statements)
    {
        List<RunStatement> group = [];
        foreach (var statement in statements)
        {
            if (group.Count > 0 && !(IsRoutine(statement) && group[0].IsOpaque == statement.IsOpaque && group[0].Locks.SequenceEqual(statement.Locks) && FirstWord(group[0]) == FirstWord(statement)))
            {
                yield return group;
                group = [];
            }

            group.Add(statement);
        }

        yield return group;
    }

    private static bool IsRoutine(RunStatement statement) => statement.Locks.All(held => held.Lock is "ROW EXCLUSIVE" or "ROW SHARE" or "ACCESS SHARE");

    private static string FirstWord(RunStatement statement) => statement.Text.Split(' ', 2)[0];

    private static IEnumerable<IReadOnlyList<Styled>> Rows(RunStatement statement, int count)
    {
        var text = count == 1 ? statement.Text : string.Create(CultureInfo.InvariantCulture, $"{statement.Text} (and {count - 1} more)");
        string[] first = ["--", statement.Line.ToString(CultureInfo.InvariantCulture), text];
        if (statement.IsOpaque)
        {
            yield return [.. first.Select(t => new Styled(t)), "?", Styled.Warning("its text does not tell"), "", "", "", ""];
        }

        foreach (var held in statement.Locks)
        {
            yield return
            [
                .. first.Select(t => new Styled(t)),
                held.Table,
                Styled.Strong(held.Lock),
                Blocks(held),
                Work(held),
                held.Rows?.ToString("N0", CultureInfo.InvariantCulture) ?? "?",
                held.Bytes is { } bytes ? Size(bytes) : "?",
            ];
            first = ["--", "", ""];
        }
    }

    private static Styled Blocks(StatementLock held) => held.Blocks switch
    {
        "reads and writes" => Styled.Bad(held.Blocks),
        "writes" => Styled.Warning(held.Blocks),
        _ => Styled.Muted(held.Blocks),
    };

    private static Styled Work(StatementLock held)
    {
        var text = (held.Work, held.Why) switch
        {
            (var work, "") => work,
            ("", var why) => why,
            var (work, why) => $"{work}: {why}",
        };
        return held.Work is "rewrite" or "scan" or "index build" && held.Blocks is "reads and writes" or "writes" ? Styled.Warning(text) : text;
    }
}
