using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... ALTER CONSTRAINT</c>: the deferrability of a foreign key, and whether it is enforced (PostgreSQL 18): what PostgreSQL can change in place.</summary>
public sealed record AlterConstraint(QualifiedName Table, ForeignKey Old, ForeignKey New) : Operation;
