namespace Hotline.Migrate.Diagnostics;

public static partial class DiagnosticCodes
{
    /// <summary>A file that scaffold would write is there already, and scaffold did not write it or it was edited since.</summary>
    public const string ScaffoldFileInTheWay = "HM0560";

    /// <summary>The database holds nothing that classes could be made of.</summary>
    public const string NothingToScaffold = "HM0561";

    /// <summary>Something of the database can be said by no class and no file; it is left out.</summary>
    public const string LeftOutOfScaffold = "HM0562";
}
