namespace Hotline.Migrate.Schema;

/// <summary>What a foreign key does when the referenced row goes or its key changes.</summary>
public enum ReferentialAction
{
    /// <summary><c>NO ACTION</c>: an error, at the latest at commit.</summary>
    NoAction,

    /// <summary><c>RESTRICT</c>: an error at once.</summary>
    Restrict,

    /// <summary><c>CASCADE</c>: the referencing row goes, or follows.</summary>
    Cascade,

    /// <summary><c>SET NULL</c>.</summary>
    SetNull,

    /// <summary><c>SET DEFAULT</c>.</summary>
    SetDefault,
}
