namespace Hotline.Migrate.Diffing;

/// <summary>What may have been renamed.</summary>
public enum RenameKind
{
    /// <summary>A table.</summary>
    Table,

    /// <summary>A column of a table.</summary>
    Column,

    /// <summary>An enum type.</summary>
    Enum,

    /// <summary>A label of an enum type.</summary>
    Label,

    /// <summary>A domain.</summary>
    Domain,

    /// <summary>A composite type.</summary>
    Composite,

    /// <summary>A field of a composite type.</summary>
    Field,
}
