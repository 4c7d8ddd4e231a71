using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>Which partitions have a class of their own, and which are an attribute of their parent's.</summary>
internal sealed class PartitionPlaces
{
    private readonly ILookup<QualifiedName, Table> attributes;

    public PartitionPlaces(DatabaseSchema schema)
    {
        var referenced = schema.Tables.SelectMany(t => t.ForeignKeys).Select(k => k.References).ToHashSet();
        var all = schema.Tables.ToDictionary(t => t.Name);
        var tables = all.Values.Where(t => t.PartitionOf is not { } of || all.ContainsKey(of.Parent)).Select(t => t with { Columns = PartitionColumns.Own(t, all.GetValueOrDefault) }).ToArray();
        var plain = tables.Where(t => t.PartitionOf is not null && !referenced.Contains(t.Name) && IsPlain(t)).ToHashSet();
        Classes = [.. tables.Where(t => !plain.Contains(t) && (t.Columns.Count > 0 || t.PartitionOf is not null || t.Inherits.Count > 0))];
        attributes = plain.ToLookup(t => t.PartitionOf!.Parent);
    }

    /// <summary>The tables that have a class.</summary>
    public IReadOnlyList<Table> Classes { get; }

    /// <summary>The partitions of a table that are attributes of its class.</summary>
    public IEnumerable<Table> Attributes(QualifiedName parent) => attributes[parent];

    // Nothing is said of it but what it holds.
    private static bool IsPlain(Table table) =>
        table == new Table { Name = table.Name, PartitionOf = table.PartitionOf };
}
