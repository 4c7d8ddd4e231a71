using Hotline.Migrate.Operations;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>The ordered operations of one direction, and what is wrong with it.</summary>
/// <param name="Operations">The operations.</param>
/// <param name="Findings">What is wrong or unclear.</param>
/// <param name="Circle">Operations that wait for each other although nothing else is wrong: there is no order for them.</param>
internal sealed record SchemaPlan(IReadOnlyList<Operation> Operations, IReadOnlyList<DiffFinding> Findings, DiffFinding? Circle);
