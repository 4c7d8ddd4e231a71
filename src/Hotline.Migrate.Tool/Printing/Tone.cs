namespace Hotline.Migrate.Tool.Printing;

/// <summary>What a piece of text means; a rich screen makes a colour of it.</summary>
internal enum Tone
{
    /// <summary>Plain text.</summary>
    Normal,

    /// <summary>The word to see first.</summary>
    Strong,

    /// <summary>Of less importance.</summary>
    Muted,

    /// <summary>A name that can be used in a command.</summary>
    Name,

    /// <summary>Went well.</summary>
    Good,

    /// <summary>Needs attention.</summary>
    Warning,

    /// <summary>Went wrong.</summary>
    Bad,
}
