namespace Hotline.Migrate.Diagnostics;

// What a migration that somebody wrote by hand destroys; what the diff drops is in DiagnosticCodes.Diff.cs.
public static partial class DiagnosticCodes
{
    /// <summary>A schema is dropped with all its content.</summary>
    public const string DropSchema = "HM1003";

    /// <summary>A database is dropped.</summary>
    public const string DropDatabase = "HM1004";

    /// <summary>A drop takes along objects that it does not name.</summary>
    public const string Cascade = "HM1005";

    /// <summary>A table is emptied by <c>TRUNCATE</c>.</summary>
    public const string Truncate = "HM1006";

    /// <summary>A table is emptied by <c>DELETE</c> without a condition.</summary>
    public const string DeleteAll = "HM1007";
}
