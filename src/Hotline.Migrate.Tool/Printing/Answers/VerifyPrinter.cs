using System.Text.Json;
using Hotline.Migrate.Tool.Commands.Checking;
using Hotline.Migrate.Tool.Printing.Failures;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows what a proof came to.</summary>
internal sealed class VerifyPrinter : Printer<VerifyOutcome>
{
    /// <inheritdoc />
    public override void Print(VerifyOutcome outcome, Screen screen)
    {
        var result = outcome.Result;
        FailurePrinter.Print([.. result.Findings.Select(f => f.Diagnostic)], screen);
        if (screen.IsQuiet)
        {
            return;
        }

        if (!outcome.ModelCompared)
        {
            screen.Line(Styled.Muted($"{screen.Glyphs.Nothing} no model was compared: there is neither a project nor a snapshot here"));
        }

        var after = RevisionLines.Duration(result.Elapsed.TotalMilliseconds);
        screen.Line(result.Findings.Count switch
        {
            0 => Styled.Good($"{screen.Glyphs.Done} {Counted.Of(result.Proven, "migration")} proven: up, {(outcome.ModelCompared ? "equal to the model, " : "")}down and up again ({after})"),
            1 => $"1 thing does not hold ({after})",
            var count => $"{count} things do not hold ({after})",
        });
    }

    /// <inheritdoc />
    public override void WriteData(VerifyOutcome outcome, Utf8JsonWriter json) => JsonSerializer.Serialize(
        json,
        new VerifyData(
            outcome.Result.Holds,
            outcome.Server,
            outcome.Result.Replayed,
            outcome.Result.Proven,
            outcome.ModelCompared,
            [.. outcome.Result.Findings.Select(f => new VerifyFindingData(f.Revision, DiagnosticData.Of(f.Diagnostic), [.. f.Differences.Select(DifferenceData.Of)]))],
            outcome.Result.Elapsed.TotalMilliseconds),
        ToolJson.Default.VerifyData);
}
