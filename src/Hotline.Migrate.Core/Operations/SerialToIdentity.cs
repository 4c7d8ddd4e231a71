using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary>A column that counts with a sequence of its own (<c>serial</c>) becomes an identity, which goes on where the sequence stood.</summary>
/// <param name="Column">What changes in the column.</param>
/// <param name="Sequence">The sequence, which goes.</param>
public sealed record SerialToIdentity(AlterColumn Column, Sequence Sequence) : Operation;
