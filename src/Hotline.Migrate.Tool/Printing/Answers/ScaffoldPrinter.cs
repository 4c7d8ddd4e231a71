using System.Globalization;
using System.Text.Json;
using Hotline.Migrate.Tool.Commands.Writing;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows what was scaffolded, and what to do next.</summary>
internal sealed class ScaffoldPrinter : Printer<ScaffoldOutcome>
{
    /// <inheritdoc />
    public override void Print(ScaffoldOutcome outcome, Screen screen)
    {
        foreach (var file in outcome.Files.Where(f => screen.IsQuiet ? f.Change != "same" : outcome.IsDryRun || f.Change != "same"))
        {
            screen.Line(file.Change + " ", Styled.Name(Paths.ForDisplay(file.Path)));
        }

        if (screen.IsQuiet)
        {
            return;
        }

        var changed = outcome.Files.Count(f => f.Change != "same");
        screen.Line(
            Styled.Good(screen.Glyphs.Done + " "),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{outcome.Classes} classes in {outcome.Namespace}{(outcome.BaseClass is { } shared ? $", shared columns in {shared}" : "")}: "),
            changed == 0 ? "nothing to change" : string.Create(CultureInfo.InvariantCulture, $"{changed} of {outcome.Files.Count} files {(outcome.IsDryRun ? "would change" : "written")}"));
        if (!outcome.IsDryRun)
        {
            screen.Line();
            screen.Line(Styled.Muted("Next: "), "dotnet build");
            screen.Line("      dotnet hotline-migrate baseline    (where the database has no history of ours)");
        }
    }

    /// <inheritdoc />
    public override void WriteData(ScaffoldOutcome outcome, Utf8JsonWriter json) => JsonSerializer.Serialize(
        json,
        outcome with { Files = [.. outcome.Files.Select(f => f with { Path = Paths.ForDisplay(f.Path) })] },
        ToolJson.Default.ScaffoldOutcome);
}
