namespace Hotline.Migrate;

/// <summary>A partitioned table. Its partitions are said by <see cref="PartitionAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PartitionedAttribute : Attribute
{
    /// <summary>A table partitioned by <paramref name="keys"/>.</summary>
    /// <param name="strategy">How rows are spread.</param>
    /// <param name="keys">Properties, columns or SQL expressions.</param>
    public PartitionedAttribute(PartitionStrategy strategy, params string[] keys)
    {
        Strategy = strategy;
        Keys = keys;
    }

    /// <summary>How rows are spread.</summary>
    public PartitionStrategy Strategy { get; }

    /// <summary>The properties, columns or SQL expressions that decide.</summary>
    public string[] Keys { get; }
}
