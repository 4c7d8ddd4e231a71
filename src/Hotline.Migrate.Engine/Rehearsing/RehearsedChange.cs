using Hotline.Migrate.Running;

namespace Hotline.Migrate.Rehearsing;

/// <summary>A change that a rehearsal made.</summary>
/// <param name="Change">The change.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Locks">The locks of its transactions as they were held, and those of statements outside of transactions by their text.</param>
public sealed record RehearsedChange(PlannedChange Change, TimeSpan Elapsed, IReadOnlyList<RehearsedLock> Locks);
