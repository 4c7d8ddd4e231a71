using System.Text.Json;
using Hotline.Migrate.Revisions.Drawing;
using Hotline.Migrate.Tool.Commands.Looking;
using Hotline.Migrate.Tool.Printing.Json;
using Hotline.Migrate.Tool.Revisions;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Draws the revision graph beside the revisions. The JSON document is flat: the graph is in the parents.</summary>
internal sealed class HistoryPrinter : Printer<HistoryOutcome>
{
    /// <inheritdoc />
    public override void Print(HistoryOutcome outcome, Screen screen)
    {
        if (screen.IsQuiet)
        {
            RevisionLines.List(outcome.Revisions, screen);
            return;
        }

        var glyphs = screen.Glyphs.IsUnicode ? GlyphSet.Unicode : GlyphSet.Ascii;
        var views = outcome.Revisions.ToDictionary(v => v.Revision, StringComparer.Ordinal);
        foreach (var row in GraphDrawing.Draw(outcome.Nodes, glyphs, node => Mark(views[node.Id])))
        {
            if (row.Node is null)
            {
                screen.Line(Styled.Muted(row.Rails.TrimEnd()));
                continue;
            }

            var view = views[row.Node.Id];
            screen.Line([Styled.Muted(row.Rails + "  "), .. RevisionLines.Line(view), .. State(view)]);
            if (screen.IsVerbose)
            {
                RevisionLines.Details(view, screen, row.Below + "  ");
            }
        }

        PrintLegend(outcome, glyphs, screen);
    }

    /// <inheritdoc />
    public override void WriteData(HistoryOutcome outcome, Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, new HistoryData(outcome.Database, outcome.Revisions), ToolJson.Default.HistoryData);

    private static RevisionMark Mark(RevisionView view) => view switch
    {
        { Applied: not true } => RevisionMark.Pending,
        { Path: null } => RevisionMark.Unknown,
        { Tags: var tags } when tags.Contains("current") => RevisionMark.Current,
        _ => RevisionMark.Applied,
    };

    private static IEnumerable<Styled> State(RevisionView view) => view switch
    {
        { HalfDone: { } half } => [Styled.Warning($"  {half.Extent}")],
        _ => Applied(view),
    };

    private static IEnumerable<Styled> Applied(RevisionView view) => view.Applied switch
    {
        null => [],
        false => [Styled.Warning("  pending")],
        _ => [Styled.Muted($"  applied {RevisionLines.Time(view.AppliedAt)}")],
    };

    private static void PrintLegend(HistoryOutcome outcome, GlyphSet glyphs, Screen screen)
    {
        if (outcome.Database is not { } database || outcome.Revisions.Count == 0)
        {
            return;
        }

        var legend = new[]
        {
            (RevisionMark.Applied, "applied"),
            (RevisionMark.Current, "database is here"),
            (RevisionMark.Pending, "pending"),
            (RevisionMark.Unknown, "in the database, file missing"),
        };
        var used = outcome.Revisions.Select(Mark).ToHashSet();
        screen.Line();
        screen.Line(Styled.Muted(string.Join("  ", legend.Where(l => used.Contains(l.Item1)).Select(l => $"{glyphs[l.Item1]} {l.Item2}"))));
        screen.Line(Styled.Muted("Database: "), database);
    }
}
