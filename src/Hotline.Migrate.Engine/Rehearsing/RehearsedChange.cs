using Hotline.Migrate.Running;

namespace Hotline.Migrate.Rehearsing;

/// <summary>A change that a rehearsal made.</summary>
/// <param name="Change">The change.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Locks">The locks of its transactions; statements outside of transactions are not among them.</param>
public sealed record RehearsedChange(PlannedChange Change, TimeSpan Elapsed, IReadOnlyList<RehearsedLock> Locks);
