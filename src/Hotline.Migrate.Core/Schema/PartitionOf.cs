namespace Hotline.Migrate.Schema;

/// <summary><c>PARTITION OF parent bound</c>.</summary>
/// <param name="Parent">The partitioned table.</param>
/// <param name="Bound"><c>FOR VALUES ...</c> or <c>DEFAULT</c>.</param>
public sealed record PartitionOf(QualifiedName Parent, string Bound);
