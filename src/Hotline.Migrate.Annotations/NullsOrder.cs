namespace Hotline.Migrate;

/// <summary>Where an index puts NULLs.</summary>
public enum NullsOrder
{
    /// <summary>Last when ascending, first when descending.</summary>
    Default,

    /// <summary>Before every value.</summary>
    First,

    /// <summary>After every value.</summary>
    Last,
}
