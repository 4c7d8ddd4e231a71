namespace Hotline.Migrate.SchemaFiles;

/// <summary>A <c>.sql</c> file that describes objects of the desired schema.</summary>
/// <param name="Path">Where it is, for messages: a full path, or for a module whose sources are not at hand its path in the module and the module's name.</param>
/// <param name="Text">Its text.</param>
public sealed record SchemaFile(string Path, string Text);
