using System.Text.Json;
using Hotline.Migrate.Tool.Commands.SettingUp;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows the configuration, and on request where it comes from.</summary>
internal sealed class ConfigPrinter : Printer<ConfigOutcome>
{
    /// <inheritdoc />
    public override void Print(ConfigOutcome outcome, Screen screen)
    {
        if (!outcome.ShowOrigin)
        {
            screen.Table(new Grid(["KEY", "VALUE"], [.. outcome.Values.Select(v => new Styled[] { Styled.Name(v.Key), v.Value })]));
            return;
        }

        screen.Table(new Grid(
            ["KEY", "VALUE", "ORIGIN"],
            [.. outcome.Values.Select(v => new Styled[] { Styled.Name(v.Key), v.Value, Styled.Muted(v.Origin) })]));
        screen.Line();
        screen.Table(new Grid(
            ["CONNECTION FROM", "", "DETAIL"],
            [.. outcome.ConnectionPlaces.Select(p => new Styled[] { p.Place, Outcome(p.Outcome), Styled.Muted(p.Detail ?? "") })]));
    }

    /// <inheritdoc />
    public override void WriteData(ConfigOutcome outcome, Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, outcome, ToolJson.Default.ConfigOutcome);

    private static Styled Outcome(string outcome) => outcome switch
    {
        "used" => Styled.Good(outcome),
        "unreadable" => Styled.Bad(outcome),
        _ => Styled.Muted(outcome),
    };
}
