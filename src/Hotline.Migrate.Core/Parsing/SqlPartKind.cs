namespace Hotline.Migrate.Parsing;

/// <summary>What a <see cref="SqlPart"/> is.</summary>
internal enum SqlPartKind : byte
{
    /// <summary>A statement to send.</summary>
    Statement,

    /// <summary>A <c>-- hm:</c> line.</summary>
    Directive,
}
