using System.Text.Json;
using Hotline.Migrate.Tool.Commands.Looking;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows where the database is, and how far that is from the head.</summary>
internal sealed class CurrentPrinter : Printer<CurrentOutcome>
{
    /// <inheritdoc />
    public override void Print(CurrentOutcome outcome, Screen screen)
    {
        RevisionLines.List(outcome.Revisions, screen);
        if (screen.IsQuiet)
        {
            return;
        }

        if (outcome.Revisions.Count == 0)
        {
            screen.Line(Styled.Name("base"), Styled.Muted("  nothing is applied"));
        }

        DatabaseRemarks.Print(outcome.HalfDone, outcome.Missing, screen);
        if (outcome.PendingCount > 0)
        {
            screen.Line(Styled.Warning($"{outcome.PendingCount} pending"), $" up to {string.Join(", ", outcome.Heads)}");
        }

        if (screen.IsVerbose)
        {
            screen.Line(Styled.Muted("Database: "), outcome.Database);
        }
    }

    /// <inheritdoc />
    public override void WriteData(CurrentOutcome outcome, Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, outcome, ToolJson.Default.CurrentOutcome);
}
