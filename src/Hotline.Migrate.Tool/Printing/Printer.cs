using System.Text.Json;

namespace Hotline.Migrate.Tool.Printing;

/// <summary>Shows one kind of outcome. The screen decides between plain and rich.</summary>
internal abstract class Printer<TOutcome>
{
    /// <summary>Shows the outcome to a person.</summary>
    public abstract void Print(TOutcome outcome, Screen screen);

    /// <summary>Writes the outcome as one JSON value.</summary>
    public abstract void WriteData(TOutcome outcome, Utf8JsonWriter json);
}
