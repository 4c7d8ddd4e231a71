namespace Hotline.Migrate.Generator.Models;

/// <summary>A file of the schema folder.</summary>
/// <param name="Path">Its path in the project, with <c>/</c>.</param>
/// <param name="Text">Its text with line feeds.</param>
internal sealed record SqlFile(string Path, string Text)
{
    /// <summary>What the manifest counts and hashes.</summary>
    public string Document => Path + "\n" + Text;
}
