namespace Hotline.Migrate.Parsing;

/// <summary>Why COPY data could not be read.</summary>
internal enum CopyDataProblem : byte
{
    /// <summary>It could.</summary>
    None,

    /// <summary>No <c>\.</c> line ends it.</summary>
    Unterminated,

    /// <summary>Something other than a comment follows the semicolon on its line.</summary>
    Misplaced,
}
