namespace Hotline.Migrate.Diagnostics;

public static partial class DiagnosticCodes
{
    /// <summary>There is no <c>hotline-migrate.json</c> in the folder or above it.</summary>
    public const string ConfigurationMissing = "HM0300";

    /// <summary>The configuration is not JSON.</summary>
    public const string ConfigurationUnreadable = "HM0301";

    /// <summary>The configuration has a key that there is not.</summary>
    public const string ConfigurationKeyUnknown = "HM0302";

    /// <summary>The configuration says the same key twice.</summary>
    public const string ConfigurationKeyTwice = "HM0303";

    /// <summary>A value of the configuration has the wrong type, or is none that the key can have.</summary>
    public const string ConfigurationValueInvalid = "HM0304";

    /// <summary>The configuration has no environment of that name.</summary>
    public const string EnvironmentUnknown = "HM0305";

    /// <summary>The configuration asks for an environment variable that is not set.</summary>
    public const string EnvironmentVariableMissing = "HM0306";
}
