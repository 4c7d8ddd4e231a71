namespace Hotline.Migrate.Schema;

/// <summary>One element of an index: a column or an expression, with its order.</summary>
public sealed record IndexElement
{
    /// <summary>The column's name, or <c>null</c> for an expression.</summary>
    public string? Column { get; init; }

    /// <summary>The expression, without the outer parentheses, or <c>null</c> for a column.</summary>
    public string? Expression { get; init; }

    /// <summary>Whether the order is descending.</summary>
    public bool Descending { get; init; }

    /// <summary>Where NULLs go; <see cref="NullsOrder.Default"/> is last when ascending, first when descending.</summary>
    public NullsOrder Nulls { get; init; }

    /// <summary>The operator class, when it is not the type's default.</summary>
    public string? OperatorClass { get; init; }

    /// <summary>The collation, as it is written after <c>COLLATE</c>.</summary>
    public string? Collation { get; init; }
}
