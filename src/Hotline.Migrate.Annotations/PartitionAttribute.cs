namespace Hotline.Migrate;

/// <summary>A partition of the partitioned table it stands on. Its columns and constraints are the table's.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PartitionAttribute : Attribute
{
    /// <summary>A partition.</summary>
    /// <param name="name">The name of the partition's table.</param>
    /// <param name="bound">Which rows it holds: <c>FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')</c>, <c>FOR VALUES IN (...)</c>, <c>FOR VALUES WITH (...)</c> or <c>DEFAULT</c>.</param>
    public PartitionAttribute(string name, string bound)
    {
        Name = name;
        Bound = bound;
    }

    /// <summary>The name of the partition's table.</summary>
    public string Name { get; }

    /// <summary>Which rows it holds.</summary>
    public string Bound { get; }

    /// <summary>The schema. Default: that of the partitioned table.</summary>
    public string? Schema { get; set; }
}
