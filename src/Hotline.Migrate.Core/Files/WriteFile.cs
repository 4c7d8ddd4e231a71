namespace Hotline.Migrate.Files;

/// <summary>Writes a text file, new or anew.</summary>
/// <param name="Path">Relative to the folder, with <c>/</c>.</param>
/// <param name="Content">The whole text.</param>
public sealed record WriteFile(string Path, string Content) : FileChange;
