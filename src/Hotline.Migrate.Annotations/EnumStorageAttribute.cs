namespace Hotline.Migrate;

/// <summary>How columns of an enum, or one property, hold the enum. Without it: by <see cref="PostgresEnumAttribute"/>, else as a number.</summary>
[AttributeUsage(AttributeTargets.Enum | AttributeTargets.Property)]
public sealed class EnumStorageAttribute : Attribute
{
    /// <summary>The enum is held as <paramref name="storage"/> says.</summary>
    public EnumStorageAttribute(EnumStorage storage) => Storage = storage;

    /// <summary>How it is held.</summary>
    public EnumStorage Storage { get; }
}
