namespace Hotline.Migrate;

/// <summary>The property that says whose row it is. It makes its model, or every model that derives from its class, tenant-scoped.</summary>
/// <remarks>The analyzers then ask for the key in front of an index, in unique keys and in references between tenant tables.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TenantKeyAttribute : Attribute;
