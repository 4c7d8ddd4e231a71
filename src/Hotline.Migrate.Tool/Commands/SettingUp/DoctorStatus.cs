namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>How a fact of the doctor's is.</summary>
internal enum DoctorStatus
{
    /// <summary>As it should be, or just a fact.</summary>
    Good,

    /// <summary>Could not be looked at.</summary>
    Skipped,

    /// <summary>Works, with something to know.</summary>
    Warning,

    /// <summary>Does not work.</summary>
    Failed,
}
