using System.Text.Json;
using Hotline.Migrate.Tool.Commands.Writing;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows what became of an edited migration.</summary>
internal sealed class EditPrinter : Printer<EditOutcome>
{
    /// <inheritdoc />
    public override void Print(EditOutcome outcome, Screen screen) => screen.Line(
        Styled.Name(Paths.ForDisplay(outcome.Path)),
        (outcome.Changed, outcome.Sealed) switch
        {
            (true, true) => " is changed and sealed.",
            (true, false) => " is changed and not sealed.",
            (false, true) => " is as it was sealed.",
            _ => " is as it was.",
        });

    /// <inheritdoc />
    public override void WriteData(EditOutcome outcome, Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, outcome with { Path = Paths.ForDisplay(outcome.Path) }, ToolJson.Default.EditOutcome);
}
