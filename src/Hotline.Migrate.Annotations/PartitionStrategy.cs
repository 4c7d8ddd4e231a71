namespace Hotline.Migrate;

/// <summary>How a partitioned table spreads its rows.</summary>
public enum PartitionStrategy
{
    /// <summary>By ranges of the key.</summary>
    Range,

    /// <summary>By lists of key values.</summary>
    List,

    /// <summary>By a hash of the key.</summary>
    Hash,
}
