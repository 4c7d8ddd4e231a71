namespace Hotline.Migrate.Tool.Commands.Checking;

/// <summary>What to tell about drift.</summary>
internal enum DriftAction
{
    /// <summary>The differences, as a tree.</summary>
    Show,

    /// <summary>The sections of a migration that makes it official.</summary>
    Adopt,

    /// <summary>The SQL that takes it away.</summary>
    Revert,
}
