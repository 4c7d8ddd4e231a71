using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... SET SCHEMA</c>. Indexes and owned sequences go along.</summary>
public sealed record MoveTable(QualifiedName Old, string Schema) : Operation;
