using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Comparing;

/// <summary>What makes two parts of a table the same one.</summary>
internal sealed record PartKey(string Kind, QualifiedName Table, string Name);
