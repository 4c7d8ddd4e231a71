namespace Hotline.Migrate.Schema;

/// <summary>Options of a sequence or an identity column; <c>null</c> is PostgreSQL's default.</summary>
public sealed record SequenceOptions
{
    /// <summary>All options at PostgreSQL's defaults.</summary>
    public static SequenceOptions Default { get; } = new();

    /// <summary>The first value.</summary>
    public long? Start { get; init; }

    /// <summary>The step; negative for a descending sequence.</summary>
    public long? Increment { get; init; }

    /// <summary>The smallest value.</summary>
    public long? Minimum { get; init; }

    /// <summary>The largest value.</summary>
    public long? Maximum { get; init; }

    /// <summary>How many values a session takes at once.</summary>
    public long? Cache { get; init; }

    /// <summary>Whether the sequence starts again at its end.</summary>
    public bool Cycle { get; init; }
}
