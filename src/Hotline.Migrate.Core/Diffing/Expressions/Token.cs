namespace Hotline.Migrate.Diffing.Expressions;

/// <summary>A lexical element of an SQL expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text as it stands there; a word in lower case.</param>
/// <param name="Name">For a word or a quoted name, the name it stands for.</param>
/// <param name="Start">Where it starts in the expression.</param>
/// <param name="Length">How long it is in the expression.</param>
internal readonly record struct Token(TokenKind Kind, string Text, string? Name, int Start, int Length);
