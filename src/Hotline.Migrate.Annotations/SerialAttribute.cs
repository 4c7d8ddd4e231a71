namespace Hotline.Migrate;

/// <summary>The column gets its values from a sequence that goes when the column goes, as PostgreSQL's <c>serial</c> makes it. For new tables prefer identity.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SerialAttribute : Attribute
{
    /// <summary>The sequence's name. Default: <c>table_column_seq</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The sequence's schema. Default: that of the table.</summary>
    public string? Schema { get; set; }

    /// <summary>The sequence's type. Default: that of the column.</summary>
    public string? Type { get; set; }

    /// <summary>The first value; left out: the smallest one, or the largest one when descending.</summary>
    public long Start { get; set; }

    /// <summary>The step; negative for descending. Left out: 1.</summary>
    public long Increment { get; set; }

    /// <summary>The smallest value; left out: the type's.</summary>
    public long Minimum { get; set; }

    /// <summary>The largest value; left out: the type's.</summary>
    public long Maximum { get; set; }

    /// <summary>How many values a session takes at once; left out: 1.</summary>
    public long Cache { get; set; }

    /// <summary>Whether the sequence starts again at its end.</summary>
    public bool Cycle { get; set; }

    /// <summary>The text of <c>COMMENT ON SEQUENCE</c>.</summary>
    public string? Comment { get; set; }
}
