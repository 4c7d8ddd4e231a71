using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>DROP INDEX</c>.</summary>
public sealed record DropIndex(QualifiedName Table, TableIndex Index) : Operation
{
    /// <summary>Whether the table is partitioned: PostgreSQL drops no such index concurrently.</summary>
    public bool OnPartitioned { get; init; }
}
