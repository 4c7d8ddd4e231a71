using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... CLUSTER ON</c> and <c>SET WITHOUT CLUSTER</c>: only a mark, no row moves.</summary>
public sealed record SetClusterIndex(QualifiedName Table, string? Old, string? New) : Operation;
