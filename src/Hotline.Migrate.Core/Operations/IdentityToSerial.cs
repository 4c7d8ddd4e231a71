using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary>An identity column becomes one that counts with a sequence of its own (<c>serial</c>), which goes on where the identity stood.</summary>
/// <param name="Column">What changes in the column.</param>
/// <param name="Sequence">The sequence, which comes.</param>
public sealed record IdentityToSerial(AlterColumn Column, Sequence Sequence) : Operation;
