namespace Hotline.Migrate.Revisions;

/// <summary>Which section of the migrations a plan runs.</summary>
public enum PlanDirection
{
    /// <summary>The upgrade sections.</summary>
    Upgrade,

    /// <summary>The downgrade sections.</summary>
    Downgrade,
}
