namespace Hotline.Migrate.Diagnostics;

// Compiled into the generator too, whose analyzers report these codes.
public static partial class DiagnosticCodes
{
    /// <summary>In the editor: something that is new may be what is gone from the snapshot; a code fix says so by <c>[RenamedFrom]</c>.</summary>
    public const string RenameCandidate = "HM0034";
}
