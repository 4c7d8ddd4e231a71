namespace Hotline.Migrate;

/// <summary>When a constraint is checked.</summary>
public enum Deferrability
{
    /// <summary>After each statement, always.</summary>
    NotDeferrable,

    /// <summary>After each statement, unless the transaction defers it.</summary>
    InitiallyImmediate,

    /// <summary>At commit, unless the transaction says otherwise.</summary>
    InitiallyDeferred,
}
