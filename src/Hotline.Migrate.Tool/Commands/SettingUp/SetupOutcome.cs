namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>What the set-up wrote, and what was there already.</summary>
internal sealed record SetupOutcome(IReadOnlyList<SetupStep> Steps);
