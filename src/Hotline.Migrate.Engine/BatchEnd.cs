namespace Hotline.Migrate;

/// <summary>Where a batch of an <see cref="IBatchedDataMigration"/> ended.</summary>
/// <param name="Place">What the next batch needs to go on, such as the last key; the journal keeps it.</param>
/// <param name="Rows">How many rows the batch was about, for the progress that is told.</param>
public sealed record BatchEnd(string Place, long Rows)
{
    // A batch that stands still would never be done.
    internal BatchEnd Behind(string? after) => Place != after
        ? this
        : throw new InvalidOperationException($"The batch ended where the one before did ('{Place}'), so it would never be done.");
}
