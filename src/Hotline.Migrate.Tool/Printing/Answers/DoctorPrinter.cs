using System.Text.Json;
using Hotline.Migrate.Tool.Commands.SettingUp;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows the doctor's facts, ready to be pasted into a report.</summary>
internal sealed class DoctorPrinter : Printer<DoctorOutcome>
{
    /// <inheritdoc />
    public override void Print(DoctorOutcome outcome, Screen screen)
    {
        foreach (var fact in outcome.Facts)
        {
            screen.Line(Sign(fact.Status, screen.Glyphs), Styled.Strong($"{fact.Name,-14}"), fact.Detail);
        }
    }

    /// <inheritdoc />
    public override void WriteData(DoctorOutcome outcome, Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, outcome, ToolJson.Default.DoctorOutcome);

    private static Styled Sign(DoctorStatus status, Glyphs glyphs) => status switch
    {
        DoctorStatus.Good => Styled.Good($"{glyphs.Done,-2} "),
        DoctorStatus.Warning => Styled.Warning($"{glyphs.Warning,-2} "),
        DoctorStatus.Failed => Styled.Bad($"{glyphs.Failed,-2} "),
        _ => Styled.Muted($"{glyphs.Nothing,-2} "),
    };
}
