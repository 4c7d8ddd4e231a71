namespace Hotline.Migrate.Build;

/// <summary>What the build does about a difference between model and migrations.</summary>
internal enum OnBuild
{
    /// <summary>Writes a draft.</summary>
    Draft,

    /// <summary>Fails.</summary>
    Check,

    /// <summary>Leaves the model for the tool, which writes the migration itself.</summary>
    Model,

    /// <summary>Nothing.</summary>
    Off,
}
