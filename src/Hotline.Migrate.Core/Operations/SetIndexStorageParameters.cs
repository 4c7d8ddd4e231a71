using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER INDEX ... SET (...)</c> and <c>RESET (...)</c>.</summary>
public sealed record SetIndexStorageParameters(QualifiedName Index, EquatableArray<string> Old, EquatableArray<string> New) : Operation;
