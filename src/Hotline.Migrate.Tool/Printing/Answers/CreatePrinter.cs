using System.Text.Json;
using Hotline.Migrate.Tool.Commands.Writing;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows the migration that was written.</summary>
internal sealed class CreatePrinter : Printer<CreateOutcome>
{
    /// <inheritdoc />
    public override void Print(CreateOutcome outcome, Screen screen)
    {
        if (outcome.Path is not { } path)
        {
            screen.Line("No changes: the migrations make what the model says. For SQL of your own: --empty");
            return;
        }

        if (screen.IsQuiet)
        {
            screen.Line(outcome.Revision!);
            return;
        }

        screen.Line(Styled.Good(screen.Glyphs.Done + " "), Paths.ForDisplay(path));
        screen.Line(
            Styled.Muted("  revision "),
            Styled.Name(outcome.Revision!),
            Styled.Muted("  on "),
            outcome.Parents.Count == 0 ? "base" : string.Join(", ", outcome.Parents),
            outcome.IsEdited ? Styled.Muted("  with the SQL that was edited by hand") : "");
        foreach (var change in outcome.Changes)
        {
            screen.Line("    " + change);
        }

        foreach (var loss in outcome.DataLoss)
        {
            screen.Line(Styled.Warning($"  {screen.Glyphs.Warning} data loss: {loss}"));
        }

        if (outcome.IsEmpty && outcome.Parents.Count <= 1)
        {
            screen.Line(Styled.Muted($"  next: write its SQL with  dotnet hotline-migrate edit {outcome.Revision}"));
        }
    }

    /// <inheritdoc />
    public override void WriteData(CreateOutcome outcome, Utf8JsonWriter json) => JsonSerializer.Serialize(
        json,
        outcome with { Path = outcome.Path is { } path ? Paths.ForDisplay(path) : null },
        ToolJson.Default.CreateOutcome);
}
