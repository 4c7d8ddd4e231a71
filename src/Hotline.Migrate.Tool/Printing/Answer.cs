using System.Text.Json;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Printing;

/// <summary>An outcome with the way to show it.</summary>
/// <param name="ExitCode">How the process ends.</param>
/// <param name="Print">Shows it to a person.</param>
/// <param name="WriteData">Writes it as the <c>data</c> of the JSON document.</param>
/// <param name="ShowsSecrets">Whether it is printed as it is.</param>
internal sealed record Answer(ExitCode ExitCode, Action<Screen> Print, Action<Utf8JsonWriter> WriteData, bool ShowsSecrets)
{
    /// <summary>Binds an outcome to its printer.</summary>
    public static Answer From<TOutcome>(TOutcome outcome, Printer<TOutcome> printer, ExitCode exitCode, bool showsSecrets) =>
        new(exitCode, screen => printer.Print(outcome, screen), json => printer.WriteData(outcome, json), showsSecrets);
}
