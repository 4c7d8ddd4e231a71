namespace Hotline.Migrate.Files;

/// <summary>Renames a file, if it is there.</summary>
/// <param name="From">The old path, relative to the folder, with <c>/</c>.</param>
/// <param name="To">The new path, likewise.</param>
public sealed record MoveFile(string From, string To) : FileChange;
