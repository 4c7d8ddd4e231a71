namespace Hotline.Migrate;

/// <summary>What logical replication sends of an old row.</summary>
public enum ReplicaIdentityKind
{
    /// <summary>The primary key.</summary>
    Default,

    /// <summary>Every column.</summary>
    Full,

    /// <summary>Nothing, so that updates and deletes are not replicated.</summary>
    Nothing,
}
