using System.Text.Json;
using Hotline.Migrate.Tool.Commands.Checking;
using Hotline.Migrate.Tool.Printing.Failures;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows what a check found.</summary>
internal sealed class CheckPrinter : Printer<CheckOutcome>
{
    /// <inheritdoc />
    public override void Print(CheckOutcome outcome, Screen screen)
    {
        FailurePrinter.Print(outcome.Findings, screen);
        if (screen.IsQuiet)
        {
            return;
        }

        if (!outcome.ModelCompared)
        {
            screen.Line(Styled.Muted($"{screen.Glyphs.Nothing} the model was not compared: there is no project here"));
        }

        screen.Line(outcome.Findings.Count switch
        {
            0 => Styled.Good($"{screen.Glyphs.Done} {Counted.Of(outcome.MigrationCount, "migration")} checked, nothing found"),
            var count => Counted.Of(count, "finding"),
        });
    }

    /// <inheritdoc />
    public override void WriteData(CheckOutcome outcome, Utf8JsonWriter json) => JsonSerializer.Serialize(
        json,
        new CheckData(outcome.IsClean, outcome.MigrationCount, outcome.ModelCompared, [.. outcome.Findings.Select(DiagnosticData.Of)]),
        ToolJson.Default.CheckData);
}
