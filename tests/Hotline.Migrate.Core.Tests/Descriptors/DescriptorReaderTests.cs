using Hotline.Migrate.Descriptors;
using Hotline.Migrate.Descriptors.Writing;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Core.Tests.Descriptors;

public sealed class DescriptorReaderTests
{
    private const string Broken = "HM0101: The document of a schema object cannot be read: ";

    public static TheoryData<string, SchemaObject> Objects => new()
    {
        { "table", FullTable },
        { "bare table", new Table { Name = QualifiedName.Of("t") } },
        {
            "partition",
            new Table { Name = QualifiedName.Of("p"), PartitionOf = new PartitionOf(QualifiedName.Of("t"), "DEFAULT"), Partitioning = new Partitioning("HASH", ["id", "(lower(x))"]) }
        },
        {
            "enum",
            new EnumType
            {
                Name = new QualifiedName("crm", "Odd \"name\""),
                Comment = "c",
                Labels = ["a", "b c", "🐘"],
                RenamedFrom = QualifiedName.Of("before"),
                RenamedLabels = ["x=a"],
            }
        },
        { "sequence", new Sequence { Name = QualifiedName.Of("s"), Type = "integer", Options = FullOptions } },
        { "extension", new Extension { Name = QualifiedName.Of("pg_trgm"), InstallSchema = "ext", Version = "1.6" } },
        { "schema", new SchemaNamespace { Name = new QualifiedName("crm", "crm"), Comment = "line\nline\t\u2028\"\\" } },
        {
            "domain",
            new Domain
            {
                Name = QualifiedName.Of("year"), Type = "integer", Default = "1900", NotNull = true,
                Checks = [new CheckConstraint { Name = "year_check", Expression = "VALUE >= 1901" }],
            }
        },
        {
            "composite type",
            new CompositeType { Name = QualifiedName.Of("address"), Fields = [new CompositeField { Name = "street", Type = "text", Collation = "\"C\"", Comment = "with number" }] }
        },
        {
            "function",
            SqlObject.Routine(SchemaKinds.Function, new QualifiedName("billing", "total"), "integer, text", "CREATE FUNCTION billing.total(integer, text)\nRETURNS integer") with
            {
                Comment = "of a month",
            }
        },
        {
            "trigger",
            SqlObject.OnRelation(SchemaKinds.Trigger, QualifiedName.Of("Odd table"), "Odd.trigger", "CREATE TRIGGER ...") with
            {
                Additions = ["ALTER TABLE t ENABLE ALWAYS TRIGGER x"],
            }
        },
        {
            "materialized view",
            SqlObject.Of(SchemaKinds.MaterializedView, QualifiedName.Of("totals"), "CREATE MATERIALIZED VIEW totals AS SELECT 1 AS one") with
            {
                Indexes = [new TableIndex { Name = "totals_one_idx", Unique = true, Elements = [new IndexElement { Column = "one" }] }],
                ColumnComments = [new ColumnComment("one", "is 1")],
            }
        },
        {
            "privileges",
            Privileges.On("FUNCTION", QualifiedName.Of("total"), "integer") with
            {
                Grants = [new Grant { Role = "reader", Privilege = "EXECUTE", Grantable = true }],
                RevokedFromPublic = ["EXECUTE"],
            }
        },
        {
            "default privileges",
            DefaultPrivileges.On("TABLES", "owner", "billing") with { Grants = [new Grant { Role = Grant.Public, Privilege = "SELECT" }] }
        },
        {
            "owned sequence",
            new Sequence { Name = QualifiedName.Of("users_id_seq"), OwnedBy = new ColumnReference(QualifiedName.Of("users"), "id") }
        },
        {
            "table with storage",
            new Table
            {
                Name = QualifiedName.Of("logs"),
                Columns = [new Column { Name = "body", Type = "text", Storage = "external", Compression = "lz4" }],
                Indexes = [new TableIndex { Name = "logs_body_idx", Elements = [new IndexElement { Column = "body" }], Tablespace = "fast" }],
                Inherits = [new QualifiedName("base", "log")],
                ReplicaIdentity = "full",
                ClusteredOn = "logs_body_idx",
                Tablespace = "slow",
            }
        },
    };

    private static SequenceOptions FullOptions => new() { Start = -5, Increment = long.MinValue, Minimum = 1, Maximum = long.MaxValue, Cache = 7, Cycle = true };

    private static Table FullTable => new()
    {
        Name = new QualifiedName("crm", "calls"),
        Comment = "A call.",
        Columns =
        [
            new Column { Name = "id", Type = "bigint", Identity = new Identity(true, FullOptions) },
            new Column { Name = "by_default", Type = "integer", Identity = new Identity(false, SequenceOptions.Default) },
            new Column { Name = "a", Type = "text", Nullable = true, Default = "'x'", Collation = "\"C\"", Comment = "c", RenamedFrom = "b", Backfill = "'y'" },
            new Column { Name = "g", Type = "text", Generated = new GeneratedColumn("upper(a)", true) },
        ],
        PrimaryKey = new PrimaryKey { Name = "pk", Columns = ["id"], Include = ["a"], Comment = "k", Deferrability = Deferrability.InitiallyDeferred },
        Uniques = [new UniqueConstraint { Name = "u", Columns = ["a", "id"], Include = ["g"], NullsNotDistinct = true, Deferrability = Deferrability.InitiallyImmediate }],
        ForeignKeys =
        [
            new ForeignKey
            {
                Name = "f", Columns = ["a", "id"], References = new QualifiedName("crm", "users"), ReferencedColumns = ["x", "y"],
                OnDelete = ReferentialAction.SetNull, OnUpdate = ReferentialAction.SetDefault, OnDeleteColumns = ["a"], MatchFull = true, NotValid = true,
            },
            new ForeignKey
            {
                Name = "f2", Columns = ["a"], References = QualifiedName.Of("t"), ReferencedColumns = ["x"],
                OnDelete = ReferentialAction.Cascade, OnUpdate = ReferentialAction.Restrict,
            },
        ],
        Checks = [new CheckConstraint { Name = "c", Expression = "id > 0", NoInherit = true, NotValid = true, Comment = "c" }],
        Exclusions = [new ExclusionConstraint { Name = "e", Method = "gist", Elements = ["a WITH ="], Where = "id > 1" }],
        Indexes =
        [
            new TableIndex
            {
                Name = "i",
                Elements =
                [
                    new IndexElement { Column = "a", Descending = true, Nulls = NullsOrder.Last, OperatorClass = "text_ops", Collation = "\"C\"" },
                    new IndexElement { Expression = "lower(a)", Nulls = NullsOrder.First },
                ],
                Method = "gin", Unique = true, NullsNotDistinct = true, Include = ["g"], Where = "a IS NULL", StorageParameters = ["fastupdate=off"], Comment = "i",
            },
        ],
        Policies = [new Policy { Name = "p", Command = "UPDATE", Restrictive = true, Roles = ["app"], Using = "true", WithCheck = "false", Comment = "p" }],
        RowSecurity = RowSecurity.Forced,
        StorageParameters = ["fillfactor=70"],
        Unlogged = true,
        TenantKey = "a",
        RenamedFrom = new QualifiedName("public", "phone_calls"),
    };

    [Theory, MemberData(nameof(Objects), DisableDiscoveryEnumeration = true)]
    public void What_was_written_is_read_back(string name, SchemaObject schemaObject)
    {
        Assert.NotEmpty(name);
        var json = DescriptorWriter.Write(schemaObject);
        var read = DescriptorReader.Read(json);
        Assert.Equal(schemaObject, read);
        Assert.Equal(json, DescriptorWriter.Write(read));
    }

    [Theory]
    [InlineData("", "it is no valid JSON: ")]
    [InlineData("{", "it is no valid JSON: ")]
    [InlineData("<<<<<<< HEAD", "it is no valid JSON: ")]
    [InlineData("[]", "the document is no object.")]
    [InlineData("{}", "'kind' is missing.")]
    [InlineData("""{"kind": "comet", "schema": "s", "name": "n"}""", "the kind 'comet' is unknown; a newer version may have written it.")]
    [InlineData("""{"kind": "table", "schema": "s"}""", "'name' is missing.")]
    [InlineData("""{"kind": 1}""", "'kind' is no text.")]
    [InlineData("""{"kind": "schema", "schema": "s", "name": "n", "later": 1}""", "'later' is unknown; a newer version may have written it.")]
    [InlineData("""{"kind": "schema", "kind": "schema", "schema": "s", "name": "n"}""", "'kind' is there twice.")]
    [InlineData("""{"kind": "table", "schema": "s", "name": "n", "columns": {}}""", "'columns' is no list.")]
    [InlineData("""{"kind": "table", "schema": "s", "name": "n", "columns": [1]}""", "'columns[0]' is no object.")]
    [InlineData("""{"kind": "table", "schema": "s", "name": "n", "columns": [{"name": "a"}]}""", "'columns[0].type' is missing.")]
    [InlineData("""{"kind": "table", "schema": "s", "name": "n", "columns": [{"name": "a", "type": "text", "nullable": "yes"}]}""", "'columns[0].nullable' is neither true nor false.")]
    [InlineData("""{"kind": "table", "schema": "s", "name": "n", "storageParameters": [true]}""", "'storageParameters[0]' is no text.")]
    [InlineData("""{"kind": "table", "schema": "s", "name": "n", "rowSecurity": "maybe"}""", "'rowSecurity' is 'maybe', which has no meaning there.")]
    [InlineData("""{"kind": "sequence", "schema": "s", "name": "n", "type": "bigint", "start": 1.5}""", "'start' is no whole number.")]
    [InlineData("""{"kind": "schema", "schema": "s", "name": "\ud800"}""", "it is no valid JSON: ")]
    public void A_broken_document_says_what_is_wrong_and_where(string json, string expected)
    {
        var exception = Assert.Throws<DiagnosticException>(() => DescriptorReader.Read(json));
        Assert.StartsWith(Broken + expected, exception.Message, StringComparison.Ordinal);
        Assert.Equal(FailureKind.Usage, exception.Kind);
        Assert.NotEmpty(exception.Diagnostics[0].NextActions);
    }

    [Fact]
    public void The_hash_of_documents_does_not_depend_on_their_order()
    {
        Assert.Equal(DescriptorHash.Of(["a\n", "b"]), DescriptorHash.Of(["b\n", "a"]));
        Assert.NotEqual(DescriptorHash.Of(["a"]), DescriptorHash.Of(["a", "a"]));
    }
}
