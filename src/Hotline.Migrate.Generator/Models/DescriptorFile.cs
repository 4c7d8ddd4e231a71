using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Models;

/// <summary>A generated file.</summary>
/// <param name="HintName">The file's name, unique in the assembly.</param>
/// <param name="Type">The class that the objects come from, if it is one.</param>
/// <param name="Members">Which property each column of the first object comes from.</param>
/// <param name="Objects">The objects in it.</param>
internal sealed record DescriptorFile(string HintName, string? Type, string? Members, EquatableArray<SchemaObject> Objects);
