namespace Hotline.Migrate;

/// <summary>An exclusion constraint: no two rows for which all comparisons hold.</summary>
/// <remarks>On a base class it applies to the table of each derived model.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ExclusionAttribute : Attribute
{
    /// <summary>An exclusion constraint over <paramref name="elements"/>.</summary>
    /// <param name="elements">Each a property, column or expression and its operator: <c>RoomId WITH =</c>, <c>during WITH &amp;&amp;</c>.</param>
    public ExclusionAttribute(params string[] elements) => Elements = elements;

    /// <summary>The elements with their operators.</summary>
    public string[] Elements { get; }

    /// <summary>The constraint's name. Default: <c>table_columns_excl</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The index method; <c>gist</c> by default.</summary>
    public string? Method { get; set; }

    /// <summary>The SQL condition of the rows it holds for.</summary>
    public string? Where { get; set; }

    /// <summary>When the constraint is checked.</summary>
    public Deferrability Deferrability { get; set; }

    /// <summary>The text of <c>COMMENT ON CONSTRAINT</c>.</summary>
    public string? Comment { get; set; }
}
