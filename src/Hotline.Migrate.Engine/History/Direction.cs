namespace Hotline.Migrate.History;

/// <summary>Which section of a migration runs.</summary>
public enum Direction
{
    /// <summary>The upgrade section.</summary>
    Upgrade,

    /// <summary>The downgrade section.</summary>
    Downgrade,
}
