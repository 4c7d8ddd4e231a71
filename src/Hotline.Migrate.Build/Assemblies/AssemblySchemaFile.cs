namespace Hotline.Migrate.Build.Assemblies;

/// <summary>A <c>SchemaFile</c> attribute as it stands in an assembly.</summary>
/// <param name="Path">The file's path in its project, with <c>/</c>.</param>
/// <param name="Text">Its text.</param>
internal sealed record AssemblySchemaFile(string Path, string Text);
