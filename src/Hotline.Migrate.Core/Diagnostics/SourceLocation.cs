using System.Globalization;

namespace Hotline.Migrate.Diagnostics;

/// <summary>A place in a file. Line and column count from 1; 0 means unknown.</summary>
public sealed record SourceLocation(string Path, int Line = 0, int Column = 0)
{
    /// <summary><c>path:line:column</c>, as far as it is known.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => Path,
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}:{Column}"),
    };
}
