namespace Hotline.Migrate;

/// <summary>The command a row-level security policy is for.</summary>
public enum PolicyCommand
{
    /// <summary>Every command.</summary>
    All,

    /// <summary><c>SELECT</c>.</summary>
    Select,

    /// <summary><c>INSERT</c>.</summary>
    Insert,

    /// <summary><c>UPDATE</c>.</summary>
    Update,

    /// <summary><c>DELETE</c>.</summary>
    Delete,
}
