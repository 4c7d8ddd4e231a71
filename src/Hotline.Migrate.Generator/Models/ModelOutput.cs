using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Models;

/// <summary>What a model gives to the assembly.</summary>
/// <param name="Type">The class with its namespace, as C# names it.</param>
/// <param name="Own">Its table and the table's partitions; empty when the model has errors.</param>
/// <param name="Shared">What other models may need too: enum types, extensions, sequences, schemas.</param>
/// <param name="Members">Which property each column comes from: <c>column=Property;column=Property</c>.</param>
internal sealed record ModelOutput(string Type, EquatableArray<SchemaObject> Own, EquatableArray<SharedObject> Shared, string Members)
{
    /// <summary>Whether the model has errors.</summary>
    public bool IsSkipped => Own.IsEmpty;
}
