using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... DETACH PARTITION</c>. The rows stay in the table that was the partition.</summary>
public sealed record DetachPartition(QualifiedName Table, PartitionOf Partition) : Operation;
