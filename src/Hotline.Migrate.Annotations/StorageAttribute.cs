namespace Hotline.Migrate;

/// <summary>Where large values of the column go (<c>SET STORAGE</c>).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StorageAttribute : Attribute
{
    /// <summary>Large values go as <paramref name="storage"/> says.</summary>
    public StorageAttribute(ColumnStorage storage) => Storage = storage;

    /// <summary>Where they go.</summary>
    public ColumnStorage Storage { get; }
}
