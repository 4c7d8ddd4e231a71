using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.SchemaFiles;

/// <summary>Model classes and schema files put together.</summary>
/// <param name="Schema">The desired schema; it holds only if no diagnostic is an error.</param>
/// <param name="Places">Where the objects of the files are described, by kind and name.</param>
/// <param name="Diagnostics">What there is to say about the files.</param>
public sealed record SchemaFileResult(
    DatabaseSchema Schema,
    IReadOnlyDictionary<(string Kind, QualifiedName Name), SourceLocation> Places,
    IReadOnlyList<Diagnostic> Diagnostics);
