using Hotline.Migrate.Comparing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Inspecting;

/// <summary>How two states of a database differ.</summary>
/// <param name="Schemas">The comparison of what the schema model knows.</param>
/// <param name="Unmodelled">The differences of the rest.</param>
internal sealed record StateComparison(SchemaComparison Schemas, EquatableArray<UnmodelledDifference> Unmodelled)
{
    /// <summary>All differences.</summary>
    public EquatableArray<SchemaDifference> Differences { get; } = [.. Schemas.Differences, .. Unmodelled.Select(u => u.Difference)];
}
