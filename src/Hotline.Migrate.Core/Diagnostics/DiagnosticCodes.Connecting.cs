namespace Hotline.Migrate.Diagnostics;

public static partial class DiagnosticCodes
{
    /// <summary>No PostgreSQL binaries were found, and nothing on this machine can bring them.</summary>
    public const string NoPostgresBinaries = "HM0340";

    /// <summary>The folder that was named for the PostgreSQL binaries does not hold usable ones.</summary>
    public const string PostgresBinariesUnusable = "HM0341";

    /// <summary>The package with the PostgreSQL binaries could not be brought or unpacked.</summary>
    public const string PostgresPackageFailed = "HM0342";

    /// <summary>The local PostgreSQL cluster could not be created.</summary>
    public const string ClusterNotCreated = "HM0343";

    /// <summary>The local PostgreSQL server did not start.</summary>
    public const string LocalServerNotStarted = "HM0344";

    /// <summary>The local PostgreSQL server did not stop.</summary>
    public const string LocalServerNotStopped = "HM0345";

    /// <summary>PostgreSQL does not run as root, and there is no way to run it as another user.</summary>
    public const string NoUnprivilegedAccount = "HM0346";

    /// <summary>The local cluster was made by another major version than the one asked for.</summary>
    public const string ClusterOfOtherVersion = "HM0347";

    /// <summary>The folder of the local server cannot be used.</summary>
    public const string ServerFolderUnusable = "HM0348";
}
