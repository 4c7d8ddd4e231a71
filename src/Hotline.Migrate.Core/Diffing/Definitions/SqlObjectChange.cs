namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>How an object gets from one definition to another.</summary>
internal enum SqlObjectChange
{
    /// <summary>Both say the same.</summary>
    None,

    /// <summary>Statements change its settings.</summary>
    Alter,

    /// <summary>PostgreSQL surely replaces the one by the other.</summary>
    Replace,

    /// <summary>It has to be dropped and created.</summary>
    Recreate,
}
