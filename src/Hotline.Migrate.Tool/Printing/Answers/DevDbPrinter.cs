using System.Text.Json;
using Hotline.Migrate.Tool.Commands.SettingUp;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows what <c>dev-db</c> did. The URL is a line of its own, so that scripts can take it.</summary>
internal sealed class DevDbPrinter : Printer<DevDbOutcome>
{
    /// <inheritdoc />
    public override void Print(DevDbOutcome outcome, Screen screen)
    {
        if (outcome.Url is { } url)
        {
            screen.Line(url);
        }
        else if (!screen.IsQuiet)
        {
            screen.Line(outcome.Changed ? "The development server is stopped." : "The development server did not run.");
        }
    }

    /// <inheritdoc />
    public override void WriteData(DevDbOutcome outcome, Utf8JsonWriter json) => JsonSerializer.Serialize(
        json,
        new DevDbData(outcome.Action.ToString().ToLowerInvariant(), outcome.Url, outcome.Version, outcome.Folder, outcome.Changed),
        ToolJson.Default.DevDbData);
}
