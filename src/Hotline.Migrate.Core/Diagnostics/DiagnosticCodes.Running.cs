namespace Hotline.Migrate.Diagnostics;

public static partial class DiagnosticCodes
{
    /// <summary>A statement of a migration failed; the database is as it was before the migration.</summary>
    public const string StatementFailed = "HM0401";

    /// <summary>Another process kept the run lock for longer than the limit.</summary>
    public const string LockNotGot = "HM0402";

    /// <summary>A connection pooler in transaction mode is in between; session locks do not work through it.</summary>
    public const string TransactionPooler = "HM0403";

    /// <summary>An applied migration was edited afterwards.</summary>
    public const string AppliedMigrationEdited = "HM0404";

    /// <summary>The database has revisions that the migrations folder lacks.</summary>
    public const string AppliedRevisionMissing = "HM0405";

    /// <summary>A draft would be applied where drafts are not allowed.</summary>
    public const string DraftNotAllowed = "HM0406";

    /// <summary>A newer version of the tool wrote the history table.</summary>
    public const string NewerHistoryTable = "HM0407";

    /// <summary>A table with the history's name exists and is something else.</summary>
    public const string ForeignHistoryTable = "HM0408";

    /// <summary>A step without transaction stopped half-way; a rerun goes on from there.</summary>
    public const string StoppedHalfWay = "HM0409";

    /// <summary>The part of a migration that is already done was edited before it was finished.</summary>
    public const string FinishedPartEdited = "HM0410";

    /// <summary>Whether a statement was done cannot be found out; a person must decide.</summary>
    public const string OutcomeUnknown = "HM0411";

    /// <summary>A C# data migration was not found or cannot be created.</summary>
    public const string DataMigrationNotFound = "HM0412";

    /// <summary>A C# data migration threw, or ended the transaction that was lent to it.</summary>
    public const string DataMigrationFailed = "HM0413";

    /// <summary>Migrations with several commits cannot run in a single transaction.</summary>
    public const string NotInSingleTransaction = "HM0414";

    /// <summary>The connection was lost while a migration ran.</summary>
    public const string ConnectionLost = "HM0415";

    /// <summary>A lock on a table was not got within the lock timeout, in none of the attempts.</summary>
    public const string LockTimeout = "HM0416";

    /// <summary>The text that the history keeps for the way back differs from the file's; the history's was used.</summary>
    public const string DowngradeFromHistory = "HM0417";

    /// <summary>A migration that does something has an empty downgrade section.</summary>
    public const string NothingToUndo = "HM0418";

    /// <summary>The database is not at the revision that this build needs.</summary>
    public const string DatabaseNotCompatible = "HM0419";

    /// <summary>A statement needs what the runner does not do.</summary>
    public const string StatementNotSupported = "HM0420";

    /// <summary>The role may not create or use the history table.</summary>
    public const string HistoryNotAccessible = "HM0421";

    /// <summary>An invalid index that an interrupted build left behind was dropped, to be built again.</summary>
    public const string InvalidIndexDropped = "HM0422";

    /// <summary>A repair was asked for, and there is nothing of the kind to repair.</summary>
    public const string NothingToRepair = "HM0423";

    /// <summary>A backup was asked for and could not be made, so nothing was run.</summary>
    public const string BackupFailed = "HM0424";

    /// <summary>There is no copy of the database to rehearse on.</summary>
    public const string RehearsalNotPossible = "HM0425";

    /// <summary>A statement uses what only a newer version of PostgreSQL has, so nothing was run.</summary>
    public const string ServerLacksFeature = "HM0426";

    /// <summary>The server or the session is read-only, so nothing was run.</summary>
    public const string DatabaseReadOnly = "HM0427";
}
