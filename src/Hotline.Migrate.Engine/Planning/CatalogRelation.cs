using Hotline.Migrate.Impact;
using Hotline.Migrate.Impact.Catalog;
using Npgsql;

namespace Hotline.Migrate.Planning;

/// <summary>A relation as the catalog's rows have it, its neighbours by their numbers.</summary>
internal sealed record CatalogRelation(uint Oid, RelationName Name, RelationFacts Own)
{
    /// <summary>The names that statements call it by.</summary>
    public required IReadOnlyList<RelationName> Written { get; init; }

    private uint Parent { get; init; }

    private uint DefaultPartition { get; init; }

    private uint[] Partitions { get; init; } = [];

    private uint[] ReferencedBy { get; init; } = [];

    /// <summary>Reads a row.</summary>
    public static CatalogRelation Read(NpgsqlDataReader row)
    {
        var name = new RelationName(row.GetString(1), row.GetString(2));
        var kind = row.GetString(3) switch
        {
            "r" => RelationKind.Table,
            "p" => RelationKind.PartitionedTable,
            "i" or "I" => RelationKind.Index,
            "m" => RelationKind.MaterializedView,
            _ => RelationKind.Other,
        };
        return new CatalogRelation(
            row.GetFieldValue<uint>(0),
            name,
            new RelationFacts(name, kind, row.GetInt64(4), row.GetInt64(5)) { HasIndexes = row.GetBoolean(7), HasPartialIndexes = row.GetBoolean(8) })
        {
            Parent = row.IsDBNull(6) ? 0 : row.GetFieldValue<uint>(6),
            DefaultPartition = row.GetFieldValue<uint>(9),
            Partitions = row.GetFieldValue<uint[]>(10),
            ReferencedBy = row.GetFieldValue<uint[]>(11),
            Written =
            [
                .. row.GetFieldValue<string[]>(12).Zip(row.GetFieldValue<string[]>(13), (schema, own) => new RelationName(schema.Length == 0 ? null : schema, own)),
            ],
        };
    }

    /// <summary>Its facts, with the names of its neighbours.</summary>
    public RelationFacts Facts(IReadOnlyDictionary<uint, CatalogRelation> all) => Own with
    {
        Parent = all.GetValueOrDefault(Parent)?.Name,
        DefaultPartition = all.GetValueOrDefault(DefaultPartition)?.Name,
        Partitions = [.. Partitions.Select(p => all.GetValueOrDefault(p)?.Name).OfType<RelationName>()],
        ReferencedBy = [.. ReferencedBy.Select(p => all.GetValueOrDefault(p)?.Name).OfType<RelationName>()],
    };
}
