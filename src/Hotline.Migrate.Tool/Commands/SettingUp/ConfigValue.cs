namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>A value of the configuration.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">What it is, without passwords.</param>
/// <param name="Origin">Where it comes from.</param>
internal sealed record ConfigValue(string Key, string Value, string Origin);
