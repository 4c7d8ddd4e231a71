namespace Hotline.Migrate.Diagnostics;

public static partial class DiagnosticCodes
{
    /// <summary>The document of a schema object, a descriptor or a snapshot file, cannot be read.</summary>
    public const string DescriptorInvalid = "HM0101";
}
