namespace Hotline.Migrate;

/// <summary>The model's table is a partition of another model's table. Its columns are the parent's; constraints and indexes of its own may be added.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PartitionOfAttribute : Attribute
{
    /// <summary>A partition of the table of <paramref name="parent"/>.</summary>
    /// <param name="parent">The model of the partitioned table.</param>
    /// <param name="bound">Which rows it holds: <c>FOR VALUES ...</c> or <c>DEFAULT</c>.</param>
    public PartitionOfAttribute(Type parent, string bound)
    {
        Parent = parent;
        Bound = bound;
    }

    /// <summary>The model of the partitioned table.</summary>
    public Type Parent { get; }

    /// <summary>Which rows it holds.</summary>
    public string Bound { get; }
}
