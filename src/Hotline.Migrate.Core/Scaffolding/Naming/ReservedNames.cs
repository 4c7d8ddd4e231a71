namespace Hotline.Migrate.Scaffolding.Naming;

/// <summary>Names that a scaffolded type or property cannot have without hiding what its own code needs.</summary>
internal static class ReservedNames
{
    /// <summary>Types that attributes and properties name.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "System", "Hotline", "NpgsqlTypes",
        "Guid", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Uri", "BitArray", "Dictionary", "IPAddress", "IPNetwork", "PhysicalAddress",
        "NpgsqlRange", "NpgsqlTsVector", "NpgsqlTsQuery", "NpgsqlPoint", "NpgsqlBox", "NpgsqlLine", "NpgsqlLSeg", "NpgsqlPath", "NpgsqlPolygon", "NpgsqlCircle",
        "Deferrability", "NullsOrder", "PartitionStrategy", "PolicyCommand", "ReferentialAction", "DatabaseGeneratedOption", "ColumnStorage",
        "TableAttribute", "ColumnAttribute", "KeyAttribute", "MaxLengthAttribute", "DatabaseGeneratedAttribute", "IndexAttribute", "UniqueAttribute",
        "PrimaryKeyAttribute", "KeylessAttribute", "CheckAttribute", "ExclusionAttribute", "ReferencesAttribute", "DefaultSqlAttribute", "DefaultAttribute",
        "IdentityAttribute", "SerialAttribute", "SequenceAttribute", "GeneratedAttribute", "CollationAttribute", "CommentAttribute", "PostgresEnumAttribute", "LabelAttribute",
        "PostgresExtensionAttribute", "PostgresSchemaAttribute", "PartitionedAttribute", "PartitionAttribute", "PartitionOfAttribute", "TenantKeyAttribute",
        "RowSecurityAttribute", "PolicyAttribute", "PrecisionAttribute", "UnloggedAttribute", "StorageParameterAttribute", "StorageAttribute", "CompressionAttribute",
        "InheritsAttribute", "ReplicaIdentityAttribute", "ClusteredOnAttribute", "TablespaceAttribute",
    ];

    /// <summary>Members that every class has.</summary>
    public static IReadOnlyList<string> Members { get; } =
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"];
}
