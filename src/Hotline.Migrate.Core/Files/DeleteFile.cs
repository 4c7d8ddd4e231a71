namespace Hotline.Migrate.Files;

/// <summary>Deletes a file, if it is there.</summary>
/// <param name="Path">Relative to the folder, with <c>/</c>.</param>
public sealed record DeleteFile(string Path) : FileChange;
