namespace Hotline.Migrate.Revisions.Drawing;

/// <summary>How a revision stands to a database.</summary>
public enum RevisionMark
{
    /// <summary>It is not applied.</summary>
    Pending,

    /// <summary>It is applied.</summary>
    Applied,

    /// <summary>It is applied, and the database is here.</summary>
    Current,

    /// <summary>Its last run failed.</summary>
    Failed,

    /// <summary>It is applied, and its file is missing.</summary>
    Unknown,
}
