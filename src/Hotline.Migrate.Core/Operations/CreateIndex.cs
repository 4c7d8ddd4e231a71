using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>CREATE INDEX</c>.</summary>
public sealed record CreateIndex(QualifiedName Table, TableIndex Index) : Operation
{
    /// <summary>Whether the table is partitioned: PostgreSQL builds no such index concurrently.</summary>
    public bool OnPartitioned { get; init; }
}
