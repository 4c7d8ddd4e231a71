using Hotline.Migrate.Running;

namespace Hotline.Migrate.Planning;

/// <summary>What one change of a plan does to tables.</summary>
/// <param name="Change">The change.</param>
/// <param name="Commands">Its commands in order.</param>
public sealed record ChangeImpact(PlannedChange Change, IReadOnlyList<CommandImpact> Commands);
