namespace Hotline.Migrate.Diagnostics;

public static partial class DiagnosticCodes
{
    /// <summary>An assembly should hold descriptors, but the generator did not run.</summary>
    public const string GeneratorDidNotRun = "HM0150";

    /// <summary>The descriptors of an assembly are not those that its manifest names.</summary>
    public const string DescriptorsIncomplete = "HM0151";

    /// <summary>An assembly's descriptors are of a newer format.</summary>
    public const string DescriptorFormatNewer = "HM0152";

    /// <summary>Models with errors were left out by the generator.</summary>
    public const string ModelsSkipped = "HM0153";

    /// <summary>Two modules describe the same object, each in another way.</summary>
    public const string ObjectDescribedTwice = "HM0154";

    /// <summary>A referenced project uses the attributes, but its models are not switched on.</summary>
    public const string ModelsSwitchedOff = "HM0155";

    /// <summary>An assembly cannot be read.</summary>
    public const string AssemblyUnreadable = "HM0156";

    /// <summary>The model file that the build leaves for the tool is missing or not readable.</summary>
    public const string ModelFileUnreadable = "HM0157";

    /// <summary>The property HotlineMigrateOnBuild has a value that there is not.</summary>
    public const string OnBuildInvalid = "HM0158";

    /// <summary>This MSBuild is too old for the build task.</summary>
    public const string MSBuildTooOld = "HM0159";

    /// <summary>The model has changes that no migration makes.</summary>
    public const string ModelDiffers = "HM0160";

    /// <summary>There is a draft where only sealed migrations may be.</summary>
    public const string DraftNotSealed = "HM0161";

    /// <summary>A draft was edited by hand, so the build leaves it alone.</summary>
    public const string DraftEdited = "HM0162";

    /// <summary>A draft was edited by hand, and the model has changed since.</summary>
    public const string DraftOutdated = "HM0163";

    /// <summary>There is more than one draft.</summary>
    public const string SeveralDrafts = "HM0164";

    /// <summary>The build wrote a draft.</summary>
    public const string DraftWritten = "HM0168";

    /// <summary>The build removed a draft that no difference needs any more.</summary>
    public const string DraftRemoved = "HM0169";

    /// <summary>Another process kept the migrations folder locked for too long.</summary>
    public const string FolderLocked = "HM0170";

    /// <summary>A seal that was interrupted has been finished.</summary>
    public const string SealFinished = "HM0171";

    /// <summary>The record of an interrupted change of the migrations folder is not readable.</summary>
    public const string JournalUnreadable = "HM0172";
}
