namespace Hotline.Migrate.Diagnostics;

public static partial class DiagnosticCodes
{
    /// <summary>The role may not create the scratch database that a proof needs.</summary>
    public const string ScratchNotAllowed = "HM0501";

    /// <summary>The scratch database that a proof needs cannot be created, for another reason.</summary>
    public const string ScratchNotCreated = "HM0502";

    /// <summary>An upgrade fails when it is replayed from an empty database.</summary>
    public const string UpgradeFails = "HM0510";

    /// <summary>A downgrade fails.</summary>
    public const string DowngradeFails = "HM0511";

    /// <summary>The migrations do not give the schema that the model describes.</summary>
    public const string MigrationsDifferFromModel = "HM0512";

    /// <summary>A downgrade does not give the schema that was there before its upgrade.</summary>
    public const string DowngradeDiffers = "HM0513";

    /// <summary>The upgrades after the downgrades fail, or do not give the schema that they gave at first.</summary>
    public const string SecondUpgradeDiffers = "HM0514";

    /// <summary>A downgrade brings the structure back, but not the data that its upgrade destroys.</summary>
    public const string DowngradeStructureOnly = "HM0515";

    /// <summary>A migration has no way back.</summary>
    public const string DowngradeImpossible = "HM0516";

    /// <summary>A migration loses or changes rows that it should keep.</summary>
    public const string RowsLost = "HM0517";

    /// <summary>An upgrade fails as soon as its tables hold rows.</summary>
    public const string FailsOnRows = "HM0518";

    /// <summary>The database is not what its applied revisions make.</summary>
    public const string Drift = "HM0520";

    /// <summary>A revision that the database has cannot be replayed: its file is missing, and the history keeps no upgrade of it.</summary>
    public const string RevisionNotReplayable = "HM0521";

    /// <summary>A migration was edited after it was applied; it is replayed as it is now.</summary>
    public const string EditedRevisionReplayed = "HM0522";

    /// <summary>The role may not read a catalog of PostgreSQL, so the schema of the database cannot be read.</summary>
    public const string CatalogNotReadable = "HM0530";
}
