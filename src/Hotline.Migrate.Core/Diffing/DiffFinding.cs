using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing;

/// <summary>A diagnostic of the diff with the object it is about, so that the build can put it on the C# line.</summary>
/// <param name="Diagnostic">What is wrong.</param>
/// <param name="Kind">The object's kind, one of <see cref="SchemaKinds"/>.</param>
/// <param name="Name">The object as the model names it; where it is gone from the model, as the snapshot does.</param>
/// <param name="Member">The column, constraint, index or enum label, when it is about one.</param>
public sealed record DiffFinding(Diagnostic Diagnostic, string Kind, QualifiedName Name, string? Member = null);
