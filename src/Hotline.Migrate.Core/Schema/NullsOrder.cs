namespace Hotline.Migrate.Schema;

/// <summary>Where an index puts NULLs.</summary>
public enum NullsOrder
{
    /// <summary>Last when ascending, first when descending.</summary>
    Default,

    /// <summary><c>NULLS FIRST</c>.</summary>
    First,

    /// <summary><c>NULLS LAST</c>.</summary>
    Last,
}
