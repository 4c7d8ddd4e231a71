namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>A file of the set-up.</summary>
/// <param name="Path">The file.</param>
/// <param name="Written">Whether it was written; else it was there.</param>
/// <param name="Detail">What was done, or why nothing was.</param>
internal sealed record SetupStep(string Path, bool Written, string Detail);
