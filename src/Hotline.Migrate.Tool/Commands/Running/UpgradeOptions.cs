using Hotline.Migrate.Tool.Commands.Looking;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>The command line of <c>upgrade</c>.</summary>
/// <param name="Selectors">Where to; <c>head</c> where nothing is named.</param>
/// <param name="Run">How it runs.</param>
internal sealed record UpgradeOptions(IReadOnlyList<string> Selectors, RunOptions Run)
{
    /// <summary>The script to write instead of running.</summary>
    public ScriptOptions? Script { get; init; }
}
