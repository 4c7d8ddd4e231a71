using System.Text.Json;
using Hotline.Migrate.Comparing;
using Hotline.Migrate.Drift;
using Hotline.Migrate.Tool.Commands.Checking;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows drift as a tree, or the SQL for it and nothing else.</summary>
internal sealed class DriftPrinter : Printer<DriftOutcome>
{
    /// <inheritdoc />
    public override void Print(DriftOutcome outcome, Screen screen)
    {
        switch (outcome.Action)
        {
            case DriftAction.Adopt when outcome.Report.HasDrift:
                screen.Text($"-- hm:upgrade\n{outcome.Report.AdoptSql}\n-- hm:downgrade\n{outcome.Report.RevertSql}");
                break;
            case DriftAction.Revert when outcome.Report.HasDrift:
                screen.Text(outcome.Report.RevertSql);
                break;
            case DriftAction.Show:
                Show(outcome.Report, screen);
                break;
        }
    }

    /// <inheritdoc />
    public override void WriteData(DriftOutcome outcome, Utf8JsonWriter json) => JsonSerializer.Serialize(
        json,
        new DriftData(
            outcome.Report.HasDrift,
            outcome.Database,
            outcome.Report.Heads,
            [.. outcome.Report.Differences.Select(DifferenceData.Of)],
            [.. outcome.Report.Unclear.Select(DiagnosticData.Of)],
            outcome.Report.AdoptSql,
            outcome.Report.RevertSql,
            outcome.Report.Elapsed.TotalMilliseconds),
        ToolJson.Default.DriftData);

    private static void Show(DriftReport report, Screen screen)
    {
        foreach (var line in DifferenceTree.Lines(report.Differences))
        {
            screen.Line(line switch
            {
                not [' ', ..] => Styled.Strong(line),
                [' ', ' ', '+', ..] => Styled.Good(line),
                [' ', ' ', '-', ..] => Styled.Bad(line),
                [' ', ' ', '~', ..] => Styled.Warning(line),
                _ => Styled.Muted(line),
            });
        }

        if (screen.IsQuiet)
        {
            return;
        }

        var heads = report.Heads.Count == 0 ? "base" : string.Join(", ", report.Heads);
        if (!report.HasDrift)
        {
            screen.Line(Styled.Good($"{screen.Glyphs.Done} no drift: the database is what its migrations make ({heads})"));
            return;
        }

        screen.Line($"{Counted.Of(report.Differences.Count, "difference")} from {heads}.");
        screen.Line(Styled.Muted("  next: "), "dotnet hotline-migrate drift revert");
        screen.Line(Styled.Muted("        "), "dotnet hotline-migrate drift adopt");
    }
}
