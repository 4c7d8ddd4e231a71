namespace Hotline.Migrate.Diffing.Renames;

/// <summary>One thing of the one schema or the other, as the rename matching sees it.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Hint">For a new thing, the name it had before by its own account.</param>
internal sealed record NameMatch<T>(T Key, T? Hint)
    where T : class;
