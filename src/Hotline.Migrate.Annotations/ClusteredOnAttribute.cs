namespace Hotline.Migrate;

/// <summary>The index that <c>CLUSTER</c> sorts the table by.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ClusteredOnAttribute : Attribute
{
    /// <summary>The table is clustered on <paramref name="index"/>.</summary>
    public ClusteredOnAttribute(string index) => Index = index;

    /// <summary>The index's name.</summary>
    public string Index { get; }
}
