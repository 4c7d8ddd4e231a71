namespace Hotline.Migrate.Diagnostics;

// Compiled into the generator too, whose analyzers report these codes.
public static partial class DiagnosticCodes
{
    /// <summary>One of the product's attributes stands in a project that the generator is not switched on for.</summary>
    public const string NotSwitchedOn = "HM0030";

    /// <summary>A tenant-scoped table has no index that leads with its tenant key.</summary>
    public const string TenantIndex = "HM0031";

    /// <summary>A unique key of a tenant-scoped table lacks the tenant key, so tenants collide in it.</summary>
    public const string TenantUnique = "HM0032";

    /// <summary>A reference between tenant-scoped tables lacks the tenant key, so a row can point at another tenant's.</summary>
    public const string TenantReference = "HM0033";
}
