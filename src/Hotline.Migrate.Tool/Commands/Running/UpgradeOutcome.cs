using Hotline.Migrate.Tool.Commands.Looking;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>A run, or with <c>--sql</c> the script of one.</summary>
internal sealed record UpgradeOutcome
{
    /// <summary>The run.</summary>
    public RunOutcome? Run { get; init; }

    /// <summary>The script.</summary>
    public ScriptOutcome? Script { get; init; }
}
