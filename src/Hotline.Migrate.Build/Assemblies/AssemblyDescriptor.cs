namespace Hotline.Migrate.Build.Assemblies;

/// <summary>A <c>SchemaDescriptor</c> attribute as it stands in an assembly.</summary>
/// <param name="Kind">The kind of the object.</param>
/// <param name="Name">The object's name, for messages.</param>
/// <param name="Json">The canonical document.</param>
/// <param name="Type">The C# type it comes from, if one is named.</param>
/// <param name="Members">Which property each column comes from: <c>column=Property;...</c>.</param>
internal sealed record AssemblyDescriptor(string Kind, string Name, string Json, string? Type, string? Members);
