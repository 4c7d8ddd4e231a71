namespace Hotline.Migrate;

/// <summary>A sequence that no identity column owns; columns use it by <c>[DefaultSql("nextval('name')")]</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true)]
public sealed class SequenceAttribute : Attribute
{
    /// <summary>The sequence <paramref name="name"/>.</summary>
    public SequenceAttribute(string name) => Name = name;

    /// <summary>The sequence's name.</summary>
    public string Name { get; }

    /// <summary>The schema. Default: that of the model or of the assembly.</summary>
    public string? Schema { get; set; }

    /// <summary>The type: <c>bigint</c> (default), <c>integer</c> or <c>smallint</c>.</summary>
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

    /// <summary>Whether the sequence is <c>UNLOGGED</c> (PostgreSQL 15): after a crash it starts again. That of a column of an unlogged table is as PostgreSQL makes it.</summary>
    public bool Unlogged { get; set; }

    /// <summary>The column that the sequence goes with when that is dropped: the table and the column, with the schema in front unless it is <c>public</c>. For a column that draws from it prefer <see cref="SerialAttribute"/>.</summary>
    public string[]? OwnedBy { get; set; }

    /// <summary>The text of <c>COMMENT ON SEQUENCE</c>.</summary>
    public string? Comment { get; set; }
}
