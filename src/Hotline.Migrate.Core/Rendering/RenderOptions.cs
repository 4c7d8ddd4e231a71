namespace Hotline.Migrate.Rendering;

/// <summary>How operations are written as SQL.</summary>
public sealed record RenderOptions
{
    /// <summary>Plain statements, all in one transaction where PostgreSQL allows it.</summary>
    public static RenderOptions Default { get; } = new();

    /// <summary>What a migration is written with: rows are looked at without keeping others from writing.</summary>
    public static RenderOptions Online { get; } = new() { ValidateLater = true };

    /// <summary>
    /// Whether indexes on tables that are there already are built and dropped <c>CONCURRENTLY</c>, in steps without a transaction,
    /// so that writers go on meanwhile. The indexes of unique constraints and primary keys are then built that way too.
    /// </summary>
    public bool ConcurrentIndexes { get; init; }

    /// <summary>
    /// Whether what is to hold for rows that are there already is first said <c>NOT VALID</c> and validated in a step of its own at the end,
    /// under a lock that lets others read and write.
    /// </summary>
    public bool ValidateLater { get; init; }

    /// <summary>
    /// Whether PostgreSQL takes the bodies of new routines as they are: they were read from a database, where a body may name what
    /// only the caller's <c>search_path</c> finds, or what is long gone (<c>check_function_bodies</c>, as <c>pg_dump</c> sets it).
    /// </summary>
    public bool BodiesUnchecked { get; init; }
}
