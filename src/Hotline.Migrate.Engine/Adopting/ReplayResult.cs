using Hotline.Migrate.Comparing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Adopting;

/// <summary>What migrations made of an empty database.</summary>
/// <param name="Schema">The schema behind the last one.</param>
/// <param name="Differences">How a live database differs from it behind the migrations that it has.</param>
/// <param name="LeftOut">What the live database holds and the migrations do not make, because they cannot yet.</param>
public sealed record ReplayResult(DatabaseSchema Schema, EquatableArray<SchemaDifference> Differences, EquatableArray<string> LeftOut);
