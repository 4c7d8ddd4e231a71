using System.Text.Json;
using Hotline.Migrate.Tool.Commands.Looking;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows a script, and nothing else.</summary>
internal sealed class ScriptPrinter : Printer<ScriptOutcome>
{
    /// <inheritdoc />
    public override void Print(ScriptOutcome outcome, Screen screen) => screen.Text(outcome.Sql);

    /// <inheritdoc />
    public override void WriteData(ScriptOutcome outcome, Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, outcome, ToolJson.Default.ScriptOutcome);
}
