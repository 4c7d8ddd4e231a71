using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>DROP TABLE</c>, with everything that goes with it.</summary>
/// <param name="Table">The table as it was.</param>
public sealed record DropTable(Table Table) : Operation
{
    /// <inheritdoc/>
    public override Reversibility Reversibility => Reversibility.StructureOnly;
}
