namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>The command line of <c>dev-db</c>.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Major">PostgreSQL's major version; <c>null</c> takes what is there.</param>
internal sealed record DevDbOptions(DevDbAction Action, int? Major);
