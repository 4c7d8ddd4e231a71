namespace Hotline.Migrate.Diagnostics;

/// <summary>Why an operation ended. Each kind has an exit code of the tool.</summary>
public enum FailureKind
{
    /// <summary>A migration or the database failed (exit code 1).</summary>
    Migration = 1,

    /// <summary>Usage, files, configuration or connection: nothing was changed (exit code 2).</summary>
    Usage = 2,

    /// <summary>A check found something (exit code 3).</summary>
    Findings = 3,

    /// <summary>A confirmation is needed, or was declined (exit code 4).</summary>
    Confirmation = 4,

    /// <summary>Another process kept the lock for too long (exit code 5).</summary>
    Lock = 5,

    /// <summary>The revision graph leaves more than one way to go (exit code 7).</summary>
    AmbiguousGraph = 7,
}
