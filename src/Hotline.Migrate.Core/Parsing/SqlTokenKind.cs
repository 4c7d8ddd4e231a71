namespace Hotline.Migrate.Parsing;

/// <summary>What a <see cref="SqlToken"/> is. White space is no token.</summary>
internal enum SqlTokenKind : byte
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary><c>-- ...</c> up to the line's end.</summary>
    LineComment,

    /// <summary><c>/* ... */</c>, nested ones included.</summary>
    BlockComment,

    /// <summary>A keyword or an unquoted identifier.</summary>
    Word,

    /// <summary><c>"..."</c>, <c>U&amp;"..."</c>.</summary>
    QuotedIdentifier,

    /// <summary><c>'...'</c> with any prefix and with its continuations on further lines.</summary>
    String,

    /// <summary><c>$tag$...$tag$</c>.</summary>
    DollarString,

    /// <summary>A number, or what looks like one.</summary>
    Number,

    /// <summary><c>$1</c>.</summary>
    Parameter,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary><c>(</c></summary>
    OpenParenthesis,

    /// <summary><c>)</c></summary>
    CloseParenthesis,

    /// <summary><c>\</c>, which opens a psql command and nothing else.</summary>
    Backslash,

    /// <summary>Any other character: part of an operator, a comma, a bracket.</summary>
    Symbol,
}
