namespace Hotline.Migrate.Impact;

/// <summary>What a statement does with the rows of a table while it holds its lock; the costliest last.</summary>
public enum TableWork
{
    /// <summary>It changes the catalog alone, in no time.</summary>
    None,

    /// <summary>It writes some rows, or all.</summary>
    Rows,

    /// <summary>It reads the whole table.</summary>
    Scan,

    /// <summary>It reads the whole table and builds an index.</summary>
    IndexBuild,

    /// <summary>It writes the whole table anew, with all indexes.</summary>
    Rewrite,
}
