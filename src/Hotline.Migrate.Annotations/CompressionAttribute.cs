namespace Hotline.Migrate;

/// <summary>How large values of the column are compressed: <c>pglz</c> or <c>lz4</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CompressionAttribute : Attribute
{
    /// <summary>Large values are compressed by <paramref name="method"/>.</summary>
    public CompressionAttribute(string method) => Method = method;

    /// <summary>The method.</summary>
    public string Method { get; }
}
