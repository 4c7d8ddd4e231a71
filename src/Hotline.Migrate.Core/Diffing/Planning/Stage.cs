namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Where a reader expects an operation. Dependencies decide first.</summary>
internal enum Stage
{
    Schemas,
    Extensions,
    Types,
    Sequences,
    NewTables,
    Tables,
    OldTables,
    OldSequences,
    OldTypes,
    OldExtensions,
    OldSchemas,
}
