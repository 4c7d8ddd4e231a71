namespace Hotline.Migrate.Running;

/// <summary>What became of a statement that was begun.</summary>
internal enum Outcome
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>It was done as wanted.</summary>
    Done,

    /// <summary>It was not done, or doing it again is right.</summary>
    NotDone,
}
