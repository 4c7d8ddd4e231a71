using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE</c> or <c>ALTER INDEX ... SET TABLESPACE</c>, which copies the file.</summary>
/// <param name="Kind"><c>TABLE</c> or <c>INDEX</c>.</param>
/// <param name="Name">The table or index.</param>
/// <param name="Old">The tablespace it lies in, <c>null</c> for the database's own.</param>
/// <param name="New">The tablespace it moves to.</param>
public sealed record SetTablespace(string Kind, QualifiedName Name, string? Old, string? New) : Operation;
