using System.Text.Json;
using Hotline.Migrate.Tool.Commands.Looking;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows migrations with their SQL.</summary>
internal sealed class ShowPrinter : Printer<ShowOutcome>
{
    /// <inheritdoc />
    public override void Print(ShowOutcome outcome, Screen screen)
    {
        foreach (var migration in outcome.Migrations)
        {
            screen.Line(RevisionLines.Line(migration.Revision));
            if (screen.IsQuiet)
            {
                continue;
            }

            RevisionLines.Details(migration.Revision, screen);
            foreach (var loss in migration.DataLoss)
            {
                screen.Line(Styled.Warning($"    {"Data loss:",-12}"), loss);
            }

            Section("hm:upgrade", migration.Upgrade, screen);
            Section("hm:downgrade", migration.Downgrade, screen);
        }
    }

    /// <inheritdoc />
    public override void WriteData(ShowOutcome outcome, Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, outcome, ToolJson.Default.ShowOutcome);

    private static void Section(string title, string text, Screen screen)
    {
        screen.Line();
        screen.Line(Styled.Muted("-- " + title));
        screen.Text(text.Trim('\r', '\n'));
    }
}
