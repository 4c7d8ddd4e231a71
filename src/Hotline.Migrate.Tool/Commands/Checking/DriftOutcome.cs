using Hotline.Migrate.Drift;

namespace Hotline.Migrate.Tool.Commands.Checking;

/// <summary>How a database differs from what its revisions make.</summary>
/// <param name="Action">What to tell.</param>
/// <param name="Database">The database.</param>
/// <param name="Report">The differences.</param>
internal sealed record DriftOutcome(DriftAction Action, string Database, DriftReport Report);
