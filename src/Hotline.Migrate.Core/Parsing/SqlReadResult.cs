namespace Hotline.Migrate.Parsing;

/// <summary>What <see cref="SqlSplitter.Read"/> found.</summary>
internal enum SqlReadResult : byte
{
    /// <summary>A part.</summary>
    Part,

    /// <summary>Nothing more in the whole text.</summary>
    End,

    /// <summary>The text at hand ends before the next part does: read on from <see cref="SqlSplitter.Position"/> with more of it.</summary>
    NeedsMore,
}
