using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>DROP SEQUENCE</c>. The position is lost.</summary>
public sealed record DropSequence(Sequence Sequence) : Operation;
