namespace Hotline.Migrate.Scaffolding;

/// <summary>A file of the scaffold.</summary>
/// <param name="Path">Where it goes, relative to the project, with slashes.</param>
/// <param name="Text">What it holds, with LF.</param>
public sealed record ScaffoldFile(string Path, string Text);
