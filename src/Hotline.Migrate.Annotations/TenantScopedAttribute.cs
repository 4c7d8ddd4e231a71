namespace Hotline.Migrate;

/// <summary>Makes the class's model, or every model that derives from it, tenant-scoped by a property that cannot carry <see cref="TenantKeyAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TenantScopedAttribute : Attribute
{
    /// <summary>The rows belong to tenants by <paramref name="property"/>.</summary>
    public TenantScopedAttribute(string property) => Property = property;

    /// <summary>The property or column of the tenant key.</summary>
    public string Property { get; }
}
