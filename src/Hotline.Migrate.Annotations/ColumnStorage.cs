namespace Hotline.Migrate;

/// <summary>Where PostgreSQL keeps large values of a column.</summary>
public enum ColumnStorage
{
    /// <summary>As the type has it.</summary>
    Default,

    /// <summary>In the row, as they are.</summary>
    Plain,

    /// <summary>Beside the table, as they are.</summary>
    External,

    /// <summary>Compressed, and beside the table when they are still large.</summary>
    Extended,

    /// <summary>Compressed, in the row if it can be.</summary>
    Main,
}
