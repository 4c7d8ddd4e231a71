namespace Hotline.Migrate.Diagnostics;

public static partial class DiagnosticCodes
{
    /// <summary>A baseline is the first migration, and the folder has migrations already.</summary>
    public const string BaselineNotFirst = "HM0540";

    /// <summary>The database has a history of its own already, so it needs no baseline.</summary>
    public const string DatabaseHasHistory = "HM0541";

    /// <summary>The database holds nothing that a baseline could be made of.</summary>
    public const string NothingToBaseline = "HM0542";

    /// <summary>The database holds an object that migrations cannot make yet; it is left out.</summary>
    public const string LeftOutOfBaseline = "HM0543";

    /// <summary>The first migrations were not replayed, so nothing proves that they make what the database holds.</summary>
    public const string BaselineNotProven = "HM0544";

    /// <summary>The first migrations, replayed on an empty database, fail or do not make what the database holds.</summary>
    public const string BaselineDiffers = "HM0545";

    /// <summary>No history table of another tool was found, or not the one that was asked for.</summary>
    public const string OtherHistoryNotFound = "HM0546";

    /// <summary>Several tools have a history table in the database.</summary>
    public const string SeveralOtherHistories = "HM0547";

    /// <summary>The other tool's last run failed or stopped half-way.</summary>
    public const string OtherHistoryUnfinished = "HM0548";

    /// <summary>The other tool's history table cannot be read.</summary>
    public const string OtherHistoryNotReadable = "HM0549";

    /// <summary>The history of the other tool and the imported files do not fit each other.</summary>
    public const string OtherHistoryDiffers = "HM0550";

    /// <summary>A migration of the other tool is pending, and its SQL is not known.</summary>
    public const string PendingWithoutSql = "HM0551";
}
