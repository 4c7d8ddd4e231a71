using System.Text.Json;
using Hotline.Migrate.Tool.Commands.Running;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows what <c>repair</c> wrote down.</summary>
internal sealed class RepairPrinter : Printer<RepairOutcome>
{
    /// <inheritdoc />
    public override void Print(RepairOutcome outcome, Screen screen)
    {
        if (!screen.IsQuiet)
        {
            screen.Line(outcome.Action switch
            {
                "done" => $"{outcome.Revision}: the interrupted statement counts as done. The next upgrade or downgrade goes on behind it.",
                "again" => $"{outcome.Revision}: the interrupted statement is run again by the next upgrade or downgrade.",
                "restart" => $"{outcome.Revision}: what was half done is forgotten. The next upgrade or downgrade begins it again.",
                _ => $"{outcome.Revision}: the file as it is now counts as what was applied.",
            });
        }
    }

    /// <inheritdoc />
    public override void WriteData(RepairOutcome outcome, Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, outcome, ToolJson.Default.RepairOutcome);
}
