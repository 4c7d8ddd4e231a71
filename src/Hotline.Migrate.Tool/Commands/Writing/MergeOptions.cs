namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>The command line of <c>merge</c>.</summary>
/// <param name="Selectors">What to merge; all heads where nothing is named.</param>
/// <param name="Message">What the migration says.</param>
/// <param name="Splice">Whether revisions that are no heads may be merged.</param>
/// <param name="Labels">Branch labels.</param>
internal sealed record MergeOptions(IReadOnlyList<string> Selectors, string Message, bool Splice, IReadOnlyList<string> Labels);
