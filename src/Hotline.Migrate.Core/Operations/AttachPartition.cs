using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... ATTACH PARTITION</c>.</summary>
public sealed record AttachPartition(QualifiedName Table, PartitionOf Partition) : Operation;
