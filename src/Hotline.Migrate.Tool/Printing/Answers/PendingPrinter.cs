using System.Globalization;
using System.Text.Json;
using Hotline.Migrate.Tool.Commands.Looking;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows the pending migrations as a table, in the order in which they are applied.</summary>
internal sealed class PendingPrinter : Printer<PendingOutcome>
{
    /// <inheritdoc />
    public override void Print(PendingOutcome outcome, Screen screen)
    {
        if (screen.IsQuiet)
        {
            foreach (var migration in outcome.Migrations)
            {
                screen.Line(migration.Revision);
            }

            return;
        }

        if (outcome.Migrations.Count == 0)
        {
            screen.Line("Nothing is pending.");
        }
        else
        {
            screen.Table(new Grid(["##", "REVISION", "MESSAGE", "#STATEMENTS", "TRANSACTION", "NOTES"], [.. outcome.Migrations.Select(Row)]));
            screen.Line($"{outcome.Migrations.Count} pending. Apply with: dotnet hotline-migrate upgrade");
        }

        DatabaseRemarks.Print(outcome.HalfDone, outcome.Missing, screen);
    }

    /// <inheritdoc />
    public override void WriteData(PendingOutcome outcome, Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, new PendingData(outcome.Database, outcome.Migrations.Count, outcome.Migrations, outcome.HalfDone, outcome.Missing), ToolJson.Default.PendingData);

    private static IReadOnlyList<Styled> Row(PendingMigration migration, int index)
    {
        string[] notes = [.. migration.IsDraft ? ["draft"] : Array.Empty<string>(), .. migration.DataLoss.Select(loss => "data loss: " + loss)];
        return
        [
            (index + 1).ToString(CultureInfo.InvariantCulture),
            Styled.Name(migration.Revision),
            migration.Message,
            migration.Commands.ToString(CultureInfo.InvariantCulture),
            migration.InTransaction ? "one" : Styled.Warning("several"),
            Styled.Warning(string.Join("; ", notes)),
        ];
    }
}
