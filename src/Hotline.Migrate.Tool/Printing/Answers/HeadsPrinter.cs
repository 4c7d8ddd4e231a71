using System.Text.Json;
using Hotline.Migrate.Tool.Commands.Looking;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows the heads.</summary>
internal sealed class HeadsPrinter : Printer<HeadsOutcome>
{
    /// <inheritdoc />
    public override void Print(HeadsOutcome outcome, Screen screen) => RevisionLines.List(outcome.Heads, screen);

    /// <inheritdoc />
    public override void WriteData(HeadsOutcome outcome, Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, outcome, ToolJson.Default.HeadsOutcome);
}
