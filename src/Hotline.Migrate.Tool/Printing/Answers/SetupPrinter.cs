using System.Text.Json;
using Hotline.Migrate.Tool.Commands.SettingUp;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows every file of the set-up, and what to do next.</summary>
internal sealed class SetupPrinter : Printer<SetupOutcome>
{
    /// <inheritdoc />
    public override void Print(SetupOutcome outcome, Screen screen)
    {
        foreach (var step in outcome.Steps)
        {
            screen.Line(
                step.Written ? Styled.Good(screen.Glyphs.Done + " ") : Styled.Muted(screen.Glyphs.Nothing + " "),
                Styled.Name(Paths.ForDisplay(step.Path)),
                "  " + step.Detail);
        }

        if (!screen.IsQuiet)
        {
            screen.Line();
            // From now on the project's manifest says which version of the tool runs here.
            screen.Line(Styled.Muted("Next: "), "dotnet tool restore");
            screen.Line("      write a model class with [Table], then  dotnet build");
            screen.Line("      dotnet hotline-migrate create \"init\"");
            screen.Line("      dotnet hotline-migrate dev-db start");
            screen.Line("      dotnet hotline-migrate upgrade --url \"$(dotnet hotline-migrate dev-db url)\"");
        }
    }

    /// <inheritdoc />
    public override void WriteData(SetupOutcome outcome, Utf8JsonWriter json) => JsonSerializer.Serialize(
        json,
        new SetupOutcome([.. outcome.Steps.Select(step => step with { Path = Paths.ForDisplay(step.Path) })]),
        ToolJson.Default.SetupOutcome);
}
