using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>CREATE TABLE</c> with its constraints, indexes, comments and policies; what has to wait for other objects comes as an operation of its own.</summary>
public sealed record CreateTable(Table Table) : Operation;
