namespace Hotline.Migrate.Configuration;

/// <summary>What a build does when model and snapshot differ.</summary>
public enum BuildMode
{
    /// <summary>It writes the draft of a migration.</summary>
    Draft,

    /// <summary>It fails, and writes nothing.</summary>
    Check,

    /// <summary>Nothing.</summary>
    Off,
}
