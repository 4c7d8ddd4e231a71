using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... SET (...)</c> and <c>RESET (...)</c>.</summary>
public sealed record SetStorageParameters(QualifiedName Table, EquatableArray<string> Old, EquatableArray<string> New) : Operation;
