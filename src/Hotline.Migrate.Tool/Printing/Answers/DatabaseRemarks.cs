using Hotline.Migrate.Tool.Revisions;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Tells what is out of the ordinary about the history of a database.</summary>
internal static class DatabaseRemarks
{
    private const int Named = 5;

    /// <summary>A line for each revision that is half done, and one for those whose files are missing.</summary>
    public static void Print(IReadOnlyList<HalfDone> halfDone, IReadOnlyList<string> missing, Screen screen)
    {
        foreach (var half in halfDone)
        {
            screen.Line(Styled.Warning("half done "), Styled.Name(half.Revision), $"  {Of(half)}");
        }

        if (missing.Count > 0)
        {
            screen.Line(Styled.Warning("no file "), Of(missing));
        }
    }

    /// <summary>How far a revision is, and how it goes on.</summary>
    public static string Of(HalfDone half) => half.OutcomeUnknown
        ? $"{half.Extent}, and the next one was interrupted; run the {half.Direction} again, which looks what became of it"
        : $"{half.Extent}; run the {half.Direction} again, which goes on behind them";

    /// <summary>Which applied revisions have no file.</summary>
    public static string Of(IReadOnlyList<string> missing) =>
        $"for {string.Join(", ", missing.Take(Named))}{(missing.Count > Named ? FormattableString.Invariant($" and {missing.Count - Named} more") : "")}"
        + ", which the database has: get the files, or go back with downgrade";
}
