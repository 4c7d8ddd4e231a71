namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Where a reader expects an operation. Dependencies decide first.</summary>
internal enum Stage
{
    Schemas,
    Extensions,
    OldTriggers,
    OldViews,
    Types,
    Sequences,
    NewTables,
    Tables,
    Routines,
    Views,
    Triggers,
    OldTables,
    OldRoutines,
    OldSequences,
    OldTypes,
    OldExtensions,
    OldSchemas,
    Privileges,

    /// <summary>After all that is made: it must not reach that.</summary>
    DefaultPrivileges,
}
