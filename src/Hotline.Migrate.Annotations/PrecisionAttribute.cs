namespace Hotline.Migrate;

/// <summary>The precision of a number, or of the seconds of a time.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrecisionAttribute : Attribute
{
    /// <summary>The digits of the whole number (1 to 1000), or of the fraction of a second (0 to 6).</summary>
    public PrecisionAttribute(int precision) => Precision = precision;

    /// <summary>A number's digits.</summary>
    /// <param name="precision">All digits (1 to 1000).</param>
    /// <param name="scale">Those behind the point (-1000 to 1000).</param>
    public PrecisionAttribute(int precision, int scale)
    {
        Precision = precision;
        Scale = scale;
    }

    /// <summary>All digits, or those of the fraction of a second.</summary>
    public int Precision { get; }

    /// <summary>The digits behind the point, if they are given.</summary>
    public int? Scale { get; }
}
