using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>A foreign table as far as its row tells it.</summary>
/// <param name="Oid">Its oid.</param>
/// <param name="Name">Its name.</param>
/// <param name="Comment">Its comment.</param>
/// <param name="Server">Its server, quoted.</param>
/// <param name="Options">Its options as SQL.</param>
/// <param name="Bound">Its bound, if it is a partition.</param>
/// <param name="Parents">What it inherits from or is a partition of.</param>
internal sealed record ForeignTable(
    uint Oid, QualifiedName Name, string? Comment, string Server, string? Options, string? Bound, EquatableArray<QualifiedName> Parents);
