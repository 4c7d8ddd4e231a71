using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER SEQUENCE ... OWNED BY</c>.</summary>
/// <param name="Sequence">The sequence.</param>
/// <param name="Old">The column that it went with, or <c>null</c>.</param>
/// <param name="New">The column that it goes with from now on, or <c>null</c>.</param>
/// <param name="Advance">Whether it is new and has to go on after the values that the column holds.</param>
public sealed record SetSequenceOwner(QualifiedName Sequence, ColumnReference? Old, ColumnReference? New, bool Advance = false) : Operation;
