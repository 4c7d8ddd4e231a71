namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>A name in a definition with its qualifications: <c>a.b.c</c>.</summary>
/// <param name="At">The place of its first token; the next part is two tokens on.</param>
/// <param name="Parts">The names between the dots.</param>
/// <param name="Star">Whether <c>.*</c> follows.</param>
/// <param name="IsCall">Whether a parenthesis follows.</param>
/// <param name="IsSource">Whether it stands where only a table, view or the like may stand: after <c>FROM</c>, <c>JOIN</c>, ...</param>
/// <param name="Before">The token before it, a word in lower case; empty at the beginning.</param>
/// <param name="Alias">The name that a source has in the rest of its query, if it has another one.</param>
internal sealed record NameChain(int At, IReadOnlyList<string> Parts, bool Star, bool IsCall, bool IsSource, string Before, string? Alias);
