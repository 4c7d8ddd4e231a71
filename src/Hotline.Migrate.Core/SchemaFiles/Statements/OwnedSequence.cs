using Hotline.Migrate.Schema;

namespace Hotline.Migrate.SchemaFiles.Statements;

/// <summary><c>ALTER SEQUENCE ... OWNED BY</c>.</summary>
/// <param name="Sequence">The sequence.</param>
/// <param name="Column">The column; <c>null</c> for <c>NONE</c>.</param>
internal sealed record OwnedSequence(QualifiedName Sequence, ColumnReference? Column) : SchemaStatement;
