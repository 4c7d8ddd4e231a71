namespace Hotline.Migrate.Operations;

/// <summary>How a value comes into rows that are there already.</summary>
public enum ColumnFillWay
{
    /// <summary>By an <c>UPDATE</c>, which may look at other columns and tables.</summary>
    Update,

    /// <summary>By a default that is dropped again: no second pass over the rows.</summary>
    Default,

    /// <summary>By an identity that is dropped again: each row gets another number.</summary>
    Numbered,
}
