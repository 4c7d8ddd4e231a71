namespace Hotline.Migrate.Diffing.Expressions;

/// <summary>The kinds of <see cref="Token"/>.</summary>
internal enum TokenKind
{
    /// <summary>A key word or an unquoted name.</summary>
    Word,

    /// <summary>A quoted name.</summary>
    QuotedName,

    /// <summary>A string, with its prefix if it has one.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Anything else: one character, or <c>::</c>.</summary>
    Symbol,
}
