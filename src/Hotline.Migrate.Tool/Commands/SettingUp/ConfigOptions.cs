namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>The command line of <c>config</c>.</summary>
/// <param name="ShowOrigin">Whether to tell where each value comes from.</param>
internal sealed record ConfigOptions(bool ShowOrigin);
