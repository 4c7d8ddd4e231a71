using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER EXTENSION ... SET SCHEMA</c> and <c>UPDATE TO</c>.</summary>
public sealed record AlterExtension(Extension Old, Extension New) : Operation;
