namespace Hotline.Migrate;

/// <summary>The column gets its values from a sequence of its own (<c>GENERATED ... AS IDENTITY</c>).</summary>
/// <remarks>An integer primary key of one column has it without the attribute, unless <c>[DatabaseGenerated(None)]</c> or a default says otherwise.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdentityAttribute : Attribute
{
    /// <summary>Whether an <c>INSERT</c> must not give a value of its own (<c>ALWAYS</c> instead of <c>BY DEFAULT</c>).</summary>
    public bool Always { get; set; }

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
}
