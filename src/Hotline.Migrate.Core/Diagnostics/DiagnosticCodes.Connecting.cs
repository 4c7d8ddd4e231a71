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

    /// <summary>No database connection was found in any of the places that are looked at.</summary>
    public const string NoConnection = "HM0350";

    /// <summary>A connection text is neither a PostgreSQL URL nor a keyword string nor an Npgsql connection string.</summary>
    public const string ConnectionTextUnreadable = "HM0351";

    /// <summary>A connection text holds a parameter that does not exist.</summary>
    public const string UnknownConnectionParameter = "HM0352";

    /// <summary>A connection parameter has a value that it cannot have.</summary>
    public const string InvalidConnectionParameter = "HM0353";

    /// <summary>A connection parameter has no meaning here and is passed over.</summary>
    public const string IgnoredConnectionParameter = "HM0354";

    /// <summary>A file that may hold the connection cannot be read: .env, appsettings, user secrets.</summary>
    public const string ConnectionFileUnreadable = "HM0355";

    /// <summary>The connection names a service that no service file defines.</summary>
    public const string ConnectionServiceMissing = "HM0356";

    /// <summary>The connection refers to an environment variable that is not set.</summary>
    public const string ConnectionVariableMissing = "HM0357";

    /// <summary>The database does not exist.</summary>
    public const string DatabaseMissing = "HM0360";

    /// <summary>The server refused the user or the password.</summary>
    public const string AuthenticationFailed = "HM0361";

    /// <summary>Nothing answers at the server's address.</summary>
    public const string ServerUnreachable = "HM0362";

    /// <summary>The server's name cannot be resolved.</summary>
    public const string HostUnknown = "HM0363";

    /// <summary>The encrypted connection could not be made.</summary>
    public const string EncryptionFailed = "HM0364";

    /// <summary>The server is older than the oldest supported version, PostgreSQL 14.</summary>
    public const string ServerTooOld = "HM0365";

    /// <summary>The connection failed for another reason, which the message tells.</summary>
    public const string ConnectionFailed = "HM0366";

    /// <summary>The missing database could not be created.</summary>
    public const string DatabaseNotCreated = "HM0367";

    /// <summary>The server is newer than the newest version that is known, PostgreSQL 18, and its schema cannot be read.</summary>
    public const string ServerTooNew = "HM0368";
}
