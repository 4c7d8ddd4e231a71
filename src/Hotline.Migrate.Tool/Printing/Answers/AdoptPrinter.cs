using System.Globalization;
using System.Text.Json;
using Hotline.Migrate.Tool.Commands.Adopting;
using Hotline.Migrate.Tool.Printing.Json;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows where a database came from, and the migrations that it has now.</summary>
internal sealed class AdoptPrinter : Printer<AdoptOutcome>
{
    /// <inheritdoc />
    public override void Print(AdoptOutcome outcome, Screen screen)
    {
        if (screen.IsQuiet)
        {
            foreach (var migration in outcome.Migrations)
            {
                screen.Line(migration.Revision);
            }

            return;
        }

        if (outcome.From is { } from)
        {
            screen.Line(Styled.Strong(from.Tool), Styled.Muted($"  {from.Table}  "), "at ", Styled.Name(Place(from)), Styled.Muted(Details(from)));
        }

        foreach (var migration in outcome.Migrations)
        {
            screen.Line(
                outcome.IsPlan ? Styled.Muted(screen.Glyphs.Nothing + " ") : Styled.Good(screen.Glyphs.Done + " "),
                Styled.Name(migration.Revision),
                $"  {migration.Message}",
                Styled.Muted(migration.Applied ? "  applied" : "  pending"),
                Styled.Muted(migration.Source is { } source ? $"  from {source}" : ""));
        }

        if (outcome.Migrations is [var only])
        {
            screen.Line("  " + Paths.ForDisplay(only.Path));
        }

        if (outcome.Objects.Count > 0)
        {
            screen.Line("  " + string.Join(", ", outcome.Objects.Select(o => FormattableString.Invariant($"{o.Value} {o.Key}{(o.Value == 1 || o.Key.EndsWith('s') ? "" : "s")}"))));
        }

        screen.Line(outcome switch
        {
            { IsPlan: true } => Styled.Muted("Nothing was done (--plan)."),
            { OnlyStamped: true } => "The migrations were there already; the database is recorded to have them.",
            _ when outcome.Migrations.All(m => !m.Applied) => Styled.Good($"{(outcome.Proven == true ? "Replayed on an empty database. " : "")}The database has none of them yet."),
            { Proven: true } => Styled.Good("Replayed on an empty database: it makes what this one holds. The database is recorded to have it; nothing ran there."),
            _ => "The database is recorded to have it; nothing ran there.",
        });
    }

    /// <inheritdoc />
    public override void WriteData(AdoptOutcome outcome, Utf8JsonWriter json) => JsonSerializer.Serialize(
        json,
        outcome with { Migrations = [.. outcome.Migrations.Select(m => m with { Path = Paths.ForDisplay(m.Path) })] },
        ToolJson.Default.AdoptOutcome);

    private static string Place(AdoptedHistory from) => from.Position.Count == 0 ? "base" : string.Join(", ", from.Position);

    private static string Details(AdoptedHistory from) => string.Concat(
        from.AppliedCount is { } count ? FormattableString.Invariant($"  {count} applied") : "",
        from.LastAppliedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"  last {at.UtcDateTime:yyyy-MM-dd HH:mm}Z") : "");
}
