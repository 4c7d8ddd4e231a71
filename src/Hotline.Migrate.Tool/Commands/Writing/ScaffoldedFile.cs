namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>What became of a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Change"><c>created</c>, <c>changed</c>, <c>same</c> or <c>deleted</c>.</param>
internal sealed record ScaffoldedFile(string Path, string Change);
