namespace Hotline.Migrate.Rendering;

/// <summary>How operations are written as SQL.</summary>
public sealed record RenderOptions
{
    /// <summary>Plain statements, all in one transaction where PostgreSQL allows it.</summary>
    public static RenderOptions Default { get; } = new();

    /// <summary>
    /// Whether indexes on tables that are there already are built and dropped <c>CONCURRENTLY</c>, in steps without a transaction,
    /// so that writers go on meanwhile.
    /// </summary>
    public bool ConcurrentIndexes { get; init; }
}
