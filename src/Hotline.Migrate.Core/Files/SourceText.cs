namespace Hotline.Migrate.Files;

/// <summary>A text file of another tool.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its path in the folder that was read, with <c>/</c>.</param>
/// <param name="Text">Its text, with LF for every line end.</param>
public sealed record SourceText(string Path, string Name, string Text)
{
    /// <summary>Its name without folders.</summary>
    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];
}
