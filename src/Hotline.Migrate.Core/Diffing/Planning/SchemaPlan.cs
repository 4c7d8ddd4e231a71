using Hotline.Migrate.Operations;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>The ordered operations of one direction, and what is wrong with it.</summary>
internal sealed record SchemaPlan(IReadOnlyList<Operation> Operations, IReadOnlyList<DiffFinding> Findings);
