namespace Hotline.Migrate.Revisions.Selecting;

/// <summary>What a selector counts from.</summary>
internal enum Anchor
{
    /// <summary>Nothing is said: <c>+2</c>, <c>-1</c>.</summary>
    Implied,

    /// <summary>Before the first revision.</summary>
    Base,

    /// <summary>The one head.</summary>
    Head,

    /// <summary>All heads.</summary>
    Heads,

    /// <summary>Where the database is.</summary>
    Current,

    /// <summary>An id, the beginning of one, or a label.</summary>
    Name,
}
