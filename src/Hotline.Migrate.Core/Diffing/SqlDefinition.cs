using Hotline.Migrate.Diffing.Definitions;

namespace Hotline.Migrate.Diffing;

/// <summary>Compares <c>CREATE</c> statements by what they say and not by how they are laid out.</summary>
public static class SqlDefinition
{
    /// <summary>
    /// Whether both have the same tokens. Space, comments outside of bodies, the case of key words, needless quotes, the schema <c>public</c>
    /// in front of a name and the way a string is quoted make no difference; nor do <c>OR REPLACE</c>, <c>IF NOT EXISTS</c> and a last semicolon.
    /// </summary>
    public static bool Same(string? left, string? right) =>
        left == right || (left is not null && right is not null && DefinitionWords.Of(left).SequenceEqual(DefinitionWords.Of(right)));
}
