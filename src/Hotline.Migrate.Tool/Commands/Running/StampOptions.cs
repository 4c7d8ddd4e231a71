namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>The command line of <c>stamp</c>.</summary>
/// <param name="Selectors">Where the database is said to be.</param>
/// <param name="Purge">Whether everything else in the history is forgotten.</param>
/// <param name="Run">How it runs.</param>
internal sealed record StampOptions(IReadOnlyList<string> Selectors, bool Purge, RunOptions Run);
