using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER SEQUENCE</c>. The position stays.</summary>
public sealed record AlterSequence(Sequence Old, Sequence New) : Operation;
