using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... { ENABLE | DISABLE | FORCE | NO FORCE } ROW LEVEL SECURITY</c>.</summary>
public sealed record SetRowSecurity(QualifiedName Table, RowSecurity Old, RowSecurity New) : Operation;
