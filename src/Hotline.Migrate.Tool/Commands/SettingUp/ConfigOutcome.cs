namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>The configuration as it counts, and where it comes from.</summary>
internal sealed record ConfigOutcome(bool ShowOrigin, IReadOnlyList<ConfigValue> Values, IReadOnlyList<ConfigPlace> ConnectionPlaces);
