namespace Hotline.Migrate.Generator.Reading;

/// <summary>The attributes that a model may carry, by their full metadata names.</summary>
internal static class AttributeNames
{
    private const string Ours = "Hotline.Migrate.";
    private const string Annotations = "System.ComponentModel.DataAnnotations.";
    private const string Ef = "Microsoft.EntityFrameworkCore.";

    public const string Table = Annotations + "Schema.TableAttribute";
    public const string Column = Annotations + "Schema.ColumnAttribute";
    public const string NotMapped = Annotations + "Schema.NotMappedAttribute";
    public const string ForeignKey = Annotations + "Schema.ForeignKeyAttribute";
    public const string InverseProperty = Annotations + "Schema.InversePropertyAttribute";
    public const string DatabaseGenerated = Annotations + "Schema.DatabaseGeneratedAttribute";
    public const string ComplexType = Annotations + "Schema.ComplexTypeAttribute";
    public const string Key = Annotations + "KeyAttribute";
    public const string Required = Annotations + "RequiredAttribute";
    public const string MaxLength = Annotations + "MaxLengthAttribute";
    public const string StringLength = Annotations + "StringLengthAttribute";
    public const string Timestamp = Annotations + "TimestampAttribute";

    public const string EfIndex = Ef + "IndexAttribute";
    public const string EfPrimaryKey = Ef + "PrimaryKeyAttribute";
    public const string EfComment = Ef + "CommentAttribute";
    public const string EfPrecision = Ef + "PrecisionAttribute";
    public const string EfDeleteBehavior = Ef + "DeleteBehaviorAttribute";
    public const string EfKeyless = Ef + "KeylessAttribute";
    public const string EfOwned = Ef + "OwnedAttribute";

    public const string Index = Ours + "IndexAttribute";
    public const string Unique = Ours + "UniqueAttribute";
    public const string PrimaryKey = Ours + "PrimaryKeyAttribute";
    public const string Keyless = Ours + "KeylessAttribute";
    public const string Check = Ours + "CheckAttribute";
    public const string Exclusion = Ours + "ExclusionAttribute";
    public const string References = Ours + "ReferencesAttribute";
    public const string DefaultSql = Ours + "DefaultSqlAttribute";
    public const string Default = Ours + "DefaultAttribute";
    public const string Identity = Ours + "IdentityAttribute";
    public const string Sequence = Ours + "SequenceAttribute";
    public const string Generated = Ours + "GeneratedAttribute";
    public const string Collation = Ours + "CollationAttribute";
    public const string Comment = Ours + "CommentAttribute";
    public const string PostgresEnum = Ours + "PostgresEnumAttribute";
    public const string EnumStorage = Ours + "EnumStorageAttribute";
    public const string Label = Ours + "LabelAttribute";
    public const string NpgsqlLabel = "NpgsqlTypes.PgNameAttribute";
    public const string PostgresExtension = Ours + "PostgresExtensionAttribute";
    public const string Partitioned = Ours + "PartitionedAttribute";
    public const string Partition = Ours + "PartitionAttribute";
    public const string PartitionOf = Ours + "PartitionOfAttribute";
    public const string TenantKey = Ours + "TenantKeyAttribute";
    public const string TenantScoped = Ours + "TenantScopedAttribute";
    public const string RowSecurity = Ours + "RowSecurityAttribute";
    public const string Policy = Ours + "PolicyAttribute";
    public const string RenamedFrom = Ours + "RenamedFromAttribute";
    public const string Backfill = Ours + "BackfillAttribute";
    public const string Precision = Ours + "PrecisionAttribute";
    public const string Serial = Ours + "SerialAttribute";
    public const string PostgresSchema = Ours + "PostgresSchemaAttribute";
    public const string Inherits = Ours + "InheritsAttribute";
    public const string ReplicaIdentity = Ours + "ReplicaIdentityAttribute";
    public const string ClusteredOn = Ours + "ClusteredOnAttribute";
    public const string Tablespace = Ours + "TablespaceAttribute";
    public const string Storage = Ours + "StorageAttribute";
    public const string Compression = Ours + "CompressionAttribute";
    public const string Unlogged = Ours + "UnloggedAttribute";
    public const string StorageParameter = Ours + "StorageParameterAttribute";
    public const string DefaultSchema = Ours + "DefaultSchemaAttribute";
}
