using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>CREATE INDEX</c>.</summary>
public sealed record CreateIndex(QualifiedName Table, TableIndex Index) : Operation;
