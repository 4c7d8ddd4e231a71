using System.Text.Json;
using Hotline.Migrate.Tool.Commands.Running;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows a run, or its script.</summary>
internal sealed class UpgradePrinter : Printer<UpgradeOutcome>
{
    private readonly RunPrinter run = new();
    private readonly ScriptPrinter script = new();

    /// <inheritdoc />
    public override void Print(UpgradeOutcome outcome, Screen screen)
    {
        if (outcome.Run is { } run)
        {
            this.run.Print(run, screen);
        }
        else
        {
            script.Print(outcome.Script!, screen);
        }
    }

    /// <inheritdoc />
    public override void WriteData(UpgradeOutcome outcome, Utf8JsonWriter json)
    {
        if (outcome.Run is { } run)
        {
            this.run.WriteData(run, json);
        }
        else
        {
            script.WriteData(outcome.Script!, json);
        }
    }
}
