using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>CREATE SEQUENCE</c>.</summary>
public sealed record CreateSequence(Sequence Sequence) : Operation;
