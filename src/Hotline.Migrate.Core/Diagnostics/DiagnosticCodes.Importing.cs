namespace Hotline.Migrate.Diagnostics;

public static partial class DiagnosticCodes
{
    /// <summary>A folder holds no migrations of a form that can be imported.</summary>
    public const string ImportFolderUnknown = "HM0230";

    /// <summary>Two files of another tool have the same version.</summary>
    public const string ImportDuplicateVersion = "HM0231";

    /// <summary>The name of another tool's file does not tell its version.</summary>
    public const string ImportNameUnreadable = "HM0232";

    /// <summary>A marker such as <c>-- migrate:up</c> is missing, repeated or not where it can be.</summary>
    public const string ImportMarkerWrong = "HM0233";

    /// <summary>A text holds a placeholder of another tool, and its value is not known.</summary>
    public const string ImportPlaceholder = "HM0234";

    /// <summary>A migration of another tool is program code, which cannot be imported.</summary>
    public const string ImportIsCode = "HM0235";

    /// <summary>A Python file of Alembic says its revision, parents, labels or dependencies in a way that only running it could tell.</summary>
    public const string ImportPythonUnreadable = "HM0236";

    /// <summary>A file in the imported folder was left out.</summary>
    public const string ImportFileLeftOut = "HM0237";

    /// <summary>A pending migration is older than an applied one, and was put behind it.</summary>
    public const string ImportOutOfOrder = "HM0238";
}
