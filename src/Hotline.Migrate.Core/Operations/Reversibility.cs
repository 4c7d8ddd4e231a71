namespace Hotline.Migrate.Operations;

/// <summary>How far a downgrade can take an operation back.</summary>
public enum Reversibility
{
    /// <summary>Structure and data are as before.</summary>
    Lossless,

    /// <summary>The structure is as before; data that the upgrade destroyed is not.</summary>
    StructureOnly,

    /// <summary>Not even the structure comes back by itself.</summary>
    Impossible,
}
