namespace Hotline.Migrate.Operations;

/// <summary><c>DROP SCHEMA</c>. It fails while the schema holds something.</summary>
public sealed record DropSchema(string Name) : Operation;
