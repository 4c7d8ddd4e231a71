namespace Hotline.Migrate.Operations;

/// <summary><c>CREATE SCHEMA</c>.</summary>
public sealed record CreateSchema(string Name) : Operation;
