using System.Text.Json;
using Hotline.Migrate.Tool.Commands.Running;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows what a run did, or with <c>--plan</c> what it would do.</summary>
internal sealed class RunPrinter : Printer<RunOutcome>
{
    /// <inheritdoc />
    public override void Print(RunOutcome outcome, Screen screen)
    {
        if (screen.IsQuiet)
        {
            foreach (var change in outcome.Changes)
            {
                screen.Line(change.Revision);
            }

            return;
        }

        if (outcome.DatabaseCreated)
        {
            screen.Line("The database was created.");
        }

        if (outcome.Changes.Count == 0)
        {
            screen.Line("Nothing to do: the database is at ", Styled.Name(Place(outcome.To)), ".");
            return;
        }

        if (outcome.IsPlan)
        {
            PrintPlan(outcome, screen);
            return;
        }

        if (outcome.Rehearsal is { } rehearsal)
        {
            RehearsalTable.Print(outcome.Changes, screen);
            screen.Line();
            screen.Line(rehearsal.Reason);
            screen.Line("The copy is dropped, and the database was not changed.");
        }

        screen.Line(
            outcome.Rehearsal is null ? "Done: " : "Rehearsed: ",
            $"{Counted.Of(outcome.Changes.Count, "migration")} in {RevisionLines.Duration(outcome.ElapsedMs)}. ",
            Styled.Name(Place(outcome.From)),
            $" {screen.Glyphs.Arrow} ",
            Styled.Name(Place(outcome.To)));
    }

    /// <inheritdoc />
    public override void WriteData(RunOutcome outcome, Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, outcome, ToolJson.Default.RunOutcome);

    private static void PrintPlan(RunOutcome outcome, Screen screen)
    {
        screen.Line(
            Styled.Strong("Plan  "),
            Styled.Name(Place(outcome.From)),
            $" {screen.Glyphs.Arrow} ",
            Styled.Name(Place(outcome.To)),
            $"  {Counted.Of(outcome.Changes.Count, "migration")}, nothing is done");
        foreach (var change in outcome.Changes)
        {
            screen.Line();
            screen.Line(Styled.Muted($"-- {change.Action} "), Styled.Name(change.Revision), "  " + change.Message);
            foreach (var loss in change.DataLoss)
            {
                screen.Line(Styled.Bad($"-- {screen.Glyphs.Warning} data loss: {loss}"));
            }

            if (change is { Statements: { } statements, Commands: > 0 })
            {
                PlanTable.Print(statements, screen);
            }

            if (!string.IsNullOrEmpty(change.Sql))
            {
                screen.Text(change.Sql);
            }
        }
    }

    private static string Place(IReadOnlyList<string> revisions) => revisions.Count == 0 ? "base" : string.Join(", ", revisions);
}
