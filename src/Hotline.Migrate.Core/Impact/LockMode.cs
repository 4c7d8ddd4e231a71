namespace Hotline.Migrate.Impact;

/// <summary>The modes in which PostgreSQL locks tables, the weakest first.</summary>
public enum LockMode
{
    /// <summary>No lock.</summary>
    None,

    /// <summary>Reading: keeps out <see cref="AccessExclusive"/> alone.</summary>
    AccessShare,

    /// <summary><c>SELECT ... FOR UPDATE</c>, and the tables that foreign keys point to.</summary>
    RowShare,

    /// <summary>Writing rows.</summary>
    RowExclusive,

    /// <summary>Keeps out VACUUM and other changes of the table; readers and writers go on.</summary>
    ShareUpdateExclusive,

    /// <summary>Keeps out writers.</summary>
    Share,

    /// <summary>Keeps out writers, and others of its kind.</summary>
    ShareRowExclusive,

    /// <summary>Lets nobody in but readers.</summary>
    Exclusive,

    /// <summary>Lets nobody in.</summary>
    AccessExclusive,
}
