namespace Hotline.Migrate;

/// <summary>What logical replication sends of an old row of the table (<c>REPLICA IDENTITY</c>).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReplicaIdentityAttribute : Attribute
{
    /// <summary>All columns, or none.</summary>
    public ReplicaIdentityAttribute(ReplicaIdentityKind kind) => Kind = kind;

    /// <summary>The columns of a unique index.</summary>
    /// <param name="index">The index's name.</param>
    public ReplicaIdentityAttribute(string index) => Index = index;

    /// <summary>What is sent, where no index says it.</summary>
    public ReplicaIdentityKind Kind { get; }

    /// <summary>The name of the index whose columns are sent.</summary>
    public string? Index { get; }
}
