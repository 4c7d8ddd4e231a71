namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>The command line of <c>downgrade</c>.</summary>
/// <param name="Selector">Where to.</param>
/// <param name="Run">How it runs.</param>
internal sealed record DowngradeOptions(string Selector, RunOptions Run);
