namespace Hotline.Migrate.Diffing.Planning;

/// <summary>What a name may stand for.</summary>
internal enum MeaningKind
{
    /// <summary>A table, sequence, view or foreign table; its row type too.</summary>
    Relation,

    /// <summary>A function, procedure or aggregate.</summary>
    Routine,

    /// <summary>A type.</summary>
    Type,

    /// <summary>A text search dictionary or configuration, which strings name.</summary>
    TextSearch,

    /// <summary>A collation, foreign server or foreign-data wrapper.</summary>
    Other,
}
