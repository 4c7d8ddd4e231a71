using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... REPLICA IDENTITY</c>; the values are those of <see cref="Schema.Table.ReplicaIdentity"/>.</summary>
public sealed record SetReplicaIdentity(QualifiedName Table, string? Old, string? New) : Operation;
