namespace Hotline.Migrate.Tool.Shell;

/// <summary>How the process ends. The numbers are a contract with scripts.</summary>
internal enum ExitCode
{
    /// <summary>Done, also when there was nothing to do.</summary>
    Done = 0,

    /// <summary>A migration or the database failed.</summary>
    MigrationFailed = 1,

    /// <summary>Usage, configuration or connection: nothing was changed.</summary>
    Usage = 2,

    /// <summary>A check found something.</summary>
    Findings = 3,

    /// <summary>A confirmation is needed, or was declined.</summary>
    Confirmation = 4,

    /// <summary>The lock was not got in time.</summary>
    Lock = 5,

    /// <summary>The revision graph leaves more than one way to go.</summary>
    AmbiguousGraph = 7,

    /// <summary>A bug of the tool.</summary>
    Bug = 70,

    /// <summary>Ended by SIGINT.</summary>
    Interrupted = 130,

    /// <summary>Ended by SIGTERM.</summary>
    Terminated = 143,
}
