namespace Hotline.Migrate.Schema;

/// <summary>An exclusion constraint: <c>EXCLUDE USING method (element WITH operator, ...) WHERE (condition)</c>.</summary>
public sealed record ExclusionConstraint : TableConstraint
{
    /// <summary>The index method, <c>gist</c> as a rule.</summary>
    public required string Method { get; init; }

    /// <summary>The elements, each as SQL: <c>room WITH =</c>, <c>during WITH &amp;&amp;</c>.</summary>
    public EquatableArray<string> Elements { get; init; }

    /// <summary>The condition of the rows it holds for, without the outer parentheses.</summary>
    public string? Where { get; init; }
}
