using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>What became of a model.</summary>
/// <param name="Table">The table; with problems it is what could be read, for analyzers that look at keys and indexes.</param>
/// <param name="Objects">The table, its partitions and what they need: enum types, extensions, sequences, schemas. Empty when there are problems that are more than doubts.</param>
/// <param name="Problems">What is wrong with the model.</param>
/// <param name="Members">The property of each column, in the order of the columns.</param>
/// <param name="Enums">The C# enum of each enum type among the objects.</param>
internal sealed record ModelReading(
    Table? Table,
    IReadOnlyList<SchemaObject> Objects,
    IReadOnlyList<ModelProblem> Problems,
    IReadOnlyList<ColumnMember> Members,
    IReadOnlyDictionary<EnumType, INamedTypeSymbol> Enums);
