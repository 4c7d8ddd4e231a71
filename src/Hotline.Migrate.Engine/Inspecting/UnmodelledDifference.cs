using Hotline.Migrate.Comparing;

namespace Hotline.Migrate.Inspecting;

/// <summary>How an object that the schema model does not know differs.</summary>
/// <param name="Difference">The difference for people.</param>
/// <param name="Expected">The object as it should be, if it should be.</param>
/// <param name="Found">The object as it is, if it is.</param>
internal sealed record UnmodelledDifference(SchemaDifference Difference, UnmodelledObject? Expected, UnmodelledObject? Found);
