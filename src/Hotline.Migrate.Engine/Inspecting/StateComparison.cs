using Hotline.Migrate.Comparing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Inspecting;

/// <summary>How two states of a database differ.</summary>
/// <param name="Schemas">The comparison of what the schema model knows.</param>
/// <param name="Differences">All differences, of the rest too.</param>
internal sealed record StateComparison(SchemaComparison Schemas, EquatableArray<SchemaDifference> Differences);
