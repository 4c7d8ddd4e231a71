namespace Hotline.Migrate.Schema;

/// <summary>When a constraint is checked.</summary>
public enum Deferrability
{
    /// <summary>After each statement, always.</summary>
    NotDeferrable,

    /// <summary><c>DEFERRABLE</c>: after each statement, unless the transaction defers it.</summary>
    InitiallyImmediate,

    /// <summary><c>DEFERRABLE INITIALLY DEFERRED</c>: at commit, unless the transaction says otherwise.</summary>
    InitiallyDeferred,
}
