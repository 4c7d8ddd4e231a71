namespace Hotline.Migrate.Diagnostics;

public static partial class DiagnosticCodes
{
    /// <summary>Something is gone and something of the same shape is new, and nobody said whether it was renamed.</summary>
    public const string PossibleRename = "HM0110";

    /// <summary>A rename is asked for, but both names are there already.</summary>
    public const string RenameConflict = "HM0111";

    /// <summary>An answer names something that is not gone or not new.</summary>
    public const string RenameAnswerUnknown = "HM0112";

    /// <summary>An answer is not of the form old=new.</summary>
    public const string RenameAnswerInvalid = "HM0113";

    /// <summary>A column becomes NOT NULL, and nothing says what existing rows get.</summary>
    public const string BackfillMissing = "HM0114";

    /// <summary>PostgreSQL cannot convert the old column type into the new one.</summary>
    public const string TypeChangeImpossible = "HM0115";

    /// <summary>A change that PostgreSQL has no statement for, and that a migration by hand must make.</summary>
    public const string ChangeNotSupported = "HM0116";

    /// <summary>Two things say that they are the same one renamed, or each says that it was the other.</summary>
    public const string RenameContradiction = "HM0117";

    /// <summary>A rename names something that never was, or that the model still has as it was.</summary>
    public const string RenameUnfounded = "HM0118";

    /// <summary>A snapshot file is not readable as a schema object.</summary>
    public const string SnapshotFileInvalid = "HM0140";

    /// <summary>A file in the snapshot folder does not belong there.</summary>
    public const string SnapshotFileForeign = "HM0141";

    /// <summary>Two snapshot files hold the same object, or a file holds another object than its name says.</summary>
    public const string SnapshotFileMisplaced = "HM0142";

    /// <summary>A table is dropped.</summary>
    public const string DropTable = "HM1001";

    /// <summary>A column is dropped.</summary>
    public const string DropColumn = "HM1002";

    /// <summary>A type change that rounds or shortens values.</summary>
    public const string LossyTypeChange = "HM1008";

    /// <summary>A sequence is dropped, and with it its position.</summary>
    public const string DropSequence = "HM1009";
}
