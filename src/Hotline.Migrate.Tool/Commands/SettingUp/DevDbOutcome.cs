namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>The development server after the command.</summary>
/// <param name="Action">What was done.</param>
/// <param name="Url">Its URL with the password, or <c>null</c> when it does not run.</param>
/// <param name="Version">PostgreSQL's version.</param>
/// <param name="Folder">Where its data is.</param>
/// <param name="Changed">Whether the command did something.</param>
internal sealed record DevDbOutcome(DevDbAction Action, string? Url, string? Version, string Folder, bool Changed);
