namespace Hotline.Migrate;

/// <summary>What a foreign key does when the referenced row is deleted or its key changes.</summary>
public enum ReferentialAction
{
    /// <summary>An error, at the latest at commit. PostgreSQL's default, and ours: nothing is deleted that nobody asked for.</summary>
    NoAction,

    /// <summary>An error at once, also where the constraint is deferred.</summary>
    Restrict,

    /// <summary>The referencing row is deleted too, or its key follows.</summary>
    Cascade,

    /// <summary>The referencing columns become NULL.</summary>
    SetNull,

    /// <summary>The referencing columns get their defaults.</summary>
    SetDefault,
}
