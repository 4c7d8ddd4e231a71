using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Descriptors.Reading;

/// <summary>Reads a table.</summary>
internal static class TableReader
{
    /// <summary>The table of that name and comment.</summary>
    public static Table Read(JsonMembers json, QualifiedName name, string? comment) => new()
    {
        Name = name,
        Comment = comment,
        Columns = json.List("columns", ColumnOf),
        PrimaryKey = json.Object("primaryKey", ConstraintReader.PrimaryKeyOf),
        Uniques = json.List("uniques", ConstraintReader.Unique),
        Checks = json.List("checks", ConstraintReader.Check),
        Exclusions = json.List("exclusions", ConstraintReader.Exclusion),
        ForeignKeys = json.List("foreignKeys", ConstraintReader.ForeignKeyOf),
        Indexes = json.List("indexes", Index),
        Policies = json.List("policies", PolicyOf),
        RowSecurity = json.Choice("rowSecurity", RowSecurity.Disabled, ("enabled", RowSecurity.Enabled), ("forced", RowSecurity.Forced)),
        Partitioning = json.Object("partitioning", p => new Partitioning(p.Required("strategy"), p.Texts("keys"))),
        PartitionOf = json.Object("partitionOf", Partition),
        Inherits = json.List("inherits", ObjectReader.Name),
        ReplicaIdentity = json.Text("replicaIdentity"),
        ClusteredOn = json.Text("clusteredOn"),
        Tablespace = json.Text("tablespace"),
        StorageParameters = json.Texts("storageParameters"),
        Unlogged = json.Flag("unlogged"),
        TenantKey = json.Text("tenantKey"),
        RenamedFrom = json.Object("renamedFrom", ObjectReader.Name),
    };

    private static PartitionOf Partition(JsonMembers json) => new(
        json.Object("parent", ObjectReader.Name) ?? throw new DescriptorFormatException("'partitionOf.parent' is missing."),
        json.Required("bound"));

    private static Column ColumnOf(JsonMembers json) => new()
    {
        Name = json.Required("name"),
        Type = json.Required("type"),
        Nullable = json.Flag("nullable"),
        Default = json.Text("default"),
        Identity = json.Object("identity", i => new Identity(i.Flag("always"), ObjectReader.Options(i))),
        Generated = json.Object("generated", g => new GeneratedColumn(g.Required("expression"), g.Flag("virtual"))),
        Collation = json.Text("collation"),
        Storage = json.Text("storage"),
        Compression = json.Text("compression"),
        Comment = json.Text("comment"),
        RenamedFrom = json.Text("renamedFrom"),
        Backfill = json.Text("backfill"),
    };

    /// <summary>An index of a table or a materialized view.</summary>
    public static TableIndex Index(JsonMembers json) => new()
    {
        Name = json.Required("name"),
        Elements = json.List("elements", Element),
        Method = json.Text("method") ?? TableIndex.DefaultMethod,
        Unique = json.Flag("unique"),
        NullsNotDistinct = json.Flag("nullsNotDistinct"),
        Include = json.Texts("include"),
        Where = json.Text("where"),
        StorageParameters = json.Texts("storageParameters"),
        Tablespace = json.Text("tablespace"),
        Invalid = json.Flag("invalid"),
        Comment = json.Text("comment"),
    };

    private static IndexElement Element(JsonMembers json) => new()
    {
        Column = json.Text("column"),
        Expression = json.Text("expression"),
        Descending = json.Flag("descending"),
        Nulls = json.Choice("nulls", NullsOrder.Default, ("first", NullsOrder.First), ("last", NullsOrder.Last)),
        OperatorClass = json.Text("operatorClass"),
        Collation = json.Text("collation"),
    };

    private static Policy PolicyOf(JsonMembers json) => new()
    {
        Name = json.Required("name"),
        Command = json.Text("command") ?? "ALL",
        Restrictive = json.Flag("restrictive"),
        Roles = json.Texts("roles"),
        Using = json.Text("using"),
        WithCheck = json.Text("withCheck"),
        Comment = json.Text("comment"),
    };
}
