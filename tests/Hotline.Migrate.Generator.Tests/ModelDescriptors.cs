using Hotline.Migrate.Generator.Tests.Driving;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Tests;

public sealed class ModelDescriptors
{
    [Fact]
    public void A_plain_class_is_a_table()
    {
        var run = GeneratorRun.Of(
            """
            namespace Shop;

            [Table("users")]
            public class User
            {
                public Guid Id { get; set; }
                [MaxLength(200)] public required string Email { get; set; }
                public string? FullName { get; init; }
                public DateTime CreatedAt { get; set; }
            }
            """);

        Snapshot.Match(FilesOf(run));
    }

    [Fact]
    public void Everything_that_attributes_say_is_in_the_descriptors()
    {
        var run = GeneratorRun.Of(
            """"
            [assembly: DefaultSchema("crm")]
            [assembly: PostgresExtension("pg_trgm", Schema = "extensions", Version = "1.6")]
            [assembly: Sequence("call_numbers", Start = 1000, Increment = 10, Cache = 5, Cycle = true, Type = "int", Comment = "Numbers of calls.")]

            namespace AiHotline.Calls;

            /// <summary>What every row has.</summary>
            [Index(nameof(TenantId), nameof(CreatedAt))]
            [Check("created_at > '2020-01-01'")]
            [RowSecurity(Forced = true)]
            [Policy("tenant_only", Using = "(tenant_id = current_setting('app.tenant')::uuid)", Roles = ["app", "admin"])]
            public abstract class TenantBaseModel
            {
                public Guid Id { get; init; }
                [TenantKey] public Guid TenantId { get; set; }
                [DefaultSql("now()")] public DateTime CreatedAt { get; set; }
            }

            [PostgresEnum, Comment("Where a call stands."), RenamedFrom("call_state")]
            public enum CallStatus { Ringing, [Label("in progress")] InProgress, [RenamedFrom("finished")] Done }

            [Table("calls")]
            [Comment("A call with its 'quotes' and \"more\".")]
            [RenamedFrom("phone_calls")]
            [Unique(nameof(TenantId), nameof(Id))]
            [Unique(nameof(TenantId), nameof(Number), Name = "one_number", NullsNotDistinct = true, Include = ["status"], Deferrability = Deferrability.InitiallyImmediate)]
            [Index("lower(caller)", nameof(StartedAt), IsDescending = [false, true], Nulls = [NullsOrder.Default, NullsOrder.Last], Where = "(ended_at IS NULL)", IsUnique = true)]
            [Index(nameof(Notes), Method = "gin", OperatorClasses = ["gin_trgm_ops"], StorageParameters = ["fastupdate=off"], Comment = "Search.")]
            [Check("positive", "duration >= 0", NoInherit = true)]
            [Exclusion("TenantId WITH =", "during WITH &&", Where = "status <> 'done'")]
            [StorageParameter("fillfactor", 70), StorageParameter("autovacuum_enabled", false)]
            [Unlogged]
            public sealed class Call : TenantBaseModel
            {
                [DefaultSql("nextval('crm.call_numbers')")] public int Number { get; set; }
                [Default(CallStatus.Ringing)] public CallStatus Status { get; set; }
                [Collation("de-x-icu"), RenamedFrom("phone"), MaxLength(40)] public string Caller { get; set; } = "";
                [Check("duration < 86400")] public int Duration { get; set; }
                [Index] public DateTimeOffset StartedAt { get; set; }
                public DateTimeOffset? EndedAt { get; set; }
                [Comment("Free text.")] public string? Notes { get; set; }
                public NpgsqlTypes.NpgsqlRange<DateTime> During { get; set; }
                [Generated("upper(caller)")] public string CallerUpper { get; private set; } = "";
                [Backfill("'eu'"), Unique] public string Region { get; set; } = "";
                public Dictionary<string, string>? Tags { get; set; }
                [References(typeof(Call), nameof(TenantId), nameof(ParentId), TargetProperties = ["TenantId", "Id"])] public Guid? ParentId { get; set; }
            }

            [Table("events"), Partitioned(PartitionStrategy.Range, nameof(At)), PrimaryKey(nameof(Id), nameof(At))]
            [Partition("events_2026", "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")]
            public class Event { public long Id { get; set; } public DateTime At { get; set; } }

            [Table("events_rest"), PartitionOf(typeof(Event), "DEFAULT"), Index(nameof(Event.At), Method = "brin")]
            public class EventRest { }
            """");

        Assert.Equal("", ModelProblems.Of("class X;"));
        Snapshot.Match(FilesOf(run));
    }

    [Fact]
    public void A_class_written_for_EF_Core_is_a_model()
    {
        var ef = ModelCompilation.Create(
            "Microsoft.EntityFrameworkCore.Abstractions",
            [
                """
                namespace Microsoft.EntityFrameworkCore;
                public enum DeleteBehavior { ClientSetNull, Restrict, SetNull, Cascade, ClientCascade, NoAction, ClientNoAction }
                public sealed class IndexAttribute(string propertyName, params string[] additional) : Attribute
                {
                    public string? Name { get; set; } public bool IsUnique { get; set; } public bool AllDescending { get; set; } public bool[]? IsDescending { get; set; }
                }
                public sealed class PrimaryKeyAttribute(string propertyName, params string[] additional) : Attribute;
                public sealed class CommentAttribute(string comment) : Attribute;
                public sealed class PrecisionAttribute : Attribute { public PrecisionAttribute(int p) { } public PrecisionAttribute(int p, int s) { } }
                public sealed class DeleteBehaviorAttribute(DeleteBehavior behavior) : Attribute;
                public sealed class UnicodeAttribute(bool unicode = true) : Attribute;
                public sealed class OwnedAttribute : Attribute;
                """,
            ],
            []).ToReference();
        var run = GeneratorRun.Of(ModelCompilation.Create(
            "Models",
            [
                """
                namespace Blogging;
                using Ef = Microsoft.EntityFrameworkCore;

                [Table("blogs"), Ef.Comment("A blog."), Ef.Index(nameof(Url), nameof(Name), IsUnique = true, Name = "ix_blogs", IsDescending = new[] { true, false })]
                public class Blog
                {
                    public int BlogId { get; set; }
                    [Required, StringLength(500), Ef.Unicode(false)] public string Url { get; set; } = null!;
                    public string? Name { get; set; }
                    [Ef.Precision(10, 2)] public decimal Rating { get; set; }
                    public Address Address { get; set; } = new();
                    public List<Post> Posts { get; set; } = new();
                }

                [Ef.Owned] public class Address { public string City { get; set; } = ""; }

                [Table("posts"), Ef.PrimaryKey(nameof(BlogId), nameof(Number))]
                public class Post
                {
                    public int BlogId { get; set; }
                    public int Number { get; set; }
                    [Ef.DeleteBehavior(Ef.DeleteBehavior.Cascade)] public Blog Blog { get; set; } = null!;
                }
                """,
            ],
            [ef]));

        Snapshot.Match(FilesOf(run));
    }

    [Fact]
    public void What_several_models_need_is_described_once()
    {
        var run = GeneratorRun.Of(
            "[PostgresEnum] public enum Kind { One } [Table(\"a\", Schema = \"s\")] public class A { public int Id { get; set; } public Kind Kind { get; set; } }",
            "[Table(\"b\", Schema = \"s\")] public class B { public int Id { get; set; } public Kind[]? Kinds { get; set; } }");

        Assert.Equal(["enum kind", "schema s.s", "table s.a", "table s.b"], run.Descriptors.Select(d => d.Kind + " " + d.Name).Order());
        Assert.Equal(4, run.Manifest!.DescriptorCount);
    }

    [Fact]
    public void An_attribute_of_a_base_class_makes_names_of_each_table()
    {
        var run = GeneratorRun.Of(
            """
            [Index("At"), Index("By", Name = "by_whom"), Unique("By")] public abstract class Base { public int Id { get; set; } public int At { get; set; } public int By { get; set; } }
            [Table("a")] public class A : Base { }
            [Table("b")] public class B : Base { }
            """);

        Assert.Equal(
            ["a_at_idx", "a_by_whom", "b_at_idx", "b_by_whom"],
            run.Objects.OfType<Table>().SelectMany(t => t.Indexes).Select(i => i.Name).Order());
        Assert.Equal(["a_by_key", "b_by_key"], run.Objects.OfType<Table>().SelectMany(t => t.Uniques).Select(u => u.Name).Order());
    }

    [Theory]
    [InlineData("[Table(\"a\")] public static class A { }", "HM0016: 'A' is static and cannot be a model; put [Table] on the classes that are made from it.")]
    [InlineData("[Table(\"a\")] public abstract class A { public int Id { get; set; } }", "HM0016: 'A' is abstract and cannot be a model; put [Table] on the classes that are made from it.")]
    [InlineData("[Table(\"a\")] public class A<T> { public int Id { get; set; } }", "HM0016: 'A' is generic and cannot be a model; put [Table] on the classes that are made from it.")]
    [InlineData("[Table(\"a\")] public class A { }", "HM0022: 'A' has no public property that could be a column.")]
    [InlineData("[Table(\"a\"), Index(\"Id\"), Index(\"Id\", IsUnique = true)] public class A { public int Id { get; set; } }", "HM0017: Two constraints, indexes or policies of 'A' have the name 'a_id_idx'; give one of them another name.")]
    [InlineData("[Table(\"a\"), Index(\"Nope\")] public class A { public int Id { get; set; } }", "HM0010: 'A' has no column for 'Nope'.")]
    [InlineData("[Table(\"a\"), Index] public class A { public int Id { get; set; } }", "HM0019: An index needs at least one property, column or expression.")]
    [InlineData("[Table(\"a\"), Index(\"Id\", OperatorClasses = [\"x\", \"y\"])] public class A { public int Id { get; set; } }", "HM0019: A list of this index has more items than the index has elements.")]
    [InlineData("[Table(\"a\"), Unique] public class A { public int Id { get; set; } }", "HM0019: [Unique] on a class needs the properties that are unique together.")]
    [InlineData("[Table(\"a\"), Check(\"\")] public class A { public int Id { get; set; } }", "HM0019: The condition of the check is empty.")]
    [InlineData("[Table(\"a\"), TenantScoped(\"Nope\")] public class A { public int Id { get; set; } }", "HM0010: 'A' has no column for 'Nope'.")]
    [InlineData("[Table(\"a\"), Partition(\"p\", \"x\")] public class A { public int Id { get; set; } }", "HM0019: 'A' has a partition but is not [Partitioned].\nHM0019: The bound of a partition is 'FOR VALUES ...' or 'DEFAULT'.")]
    [InlineData("[Table(\"a\"), Partitioned(PartitionStrategy.List, \"Kind\")] public class A { public int Id { get; set; } public int Kind { get; set; } }", "HM0014: The primary key of a partitioned table must contain every partition key; 'Kind' is not in that of 'A'.")]
    [InlineData("[Table(\"a\"), Policy(\"p\", Command = PolicyCommand.Insert, Using = \"true\")] public class A { public int Id { get; set; } }", "HM0019: A policy for INSERT has no Using, only WithCheck.")]
    [InlineData("[PostgresEnum] public enum E { } [Table(\"a\")] public class A { public int Id { get; set; } public E E { get; set; } }", "HM0021: The enum 'E' has no members, so it can be no PostgreSQL enum.")]
    [InlineData("[PostgresEnum] public enum E { X, [Label(\"x\")] Y } [Table(\"a\")] public class A { public int Id { get; set; } public E E { get; set; } }", "HM0021: The enum 'E' has two members with the same label.")]
    [InlineData("[PostgresEnum] public enum Interval { X } [Table(\"a\")] public class A { public int Id { get; set; } public Interval E { get; set; } }", "HM0021: 'interval' is a type of PostgreSQL itself; give the enum 'Interval' another name by [PostgresEnum].")]
    [InlineData("[Table(\"b\")] public class B { public int Id { get; set; } [Index] public B? Parent { get; set; } public int? ParentId { get; set; } }", "HM0019: 'B.Parent' leads to another model and is no column; put the attribute on the property that holds the key.")]
    public void A_model_that_cannot_be_a_table_is_skipped_and_counted(string source, string expected)
    {
        Assert.Equal(expected, ModelProblems.Of(source));
        var run = GeneratorRun.Of(source, "[Table(\"good\")] public class Good { public int Id { get; set; } }");
        Assert.Equal(["good"], run.Descriptors.Select(d => d.Name));
        Assert.Equal((1, 1), (run.Manifest!.DescriptorCount, run.Manifest.SkippedCount));
    }

    [Fact]
    public void A_project_without_models_has_a_manifest() =>
        Assert.Equal((1, 0, 0), (GeneratorRun.Of("class X;").Manifest!.FormatVersion, GeneratorRun.Of("class X;").Manifest!.DescriptorCount, 0));

    [Fact]
    public void A_project_that_is_not_switched_on_has_nothing() =>
        Assert.Empty(GeneratorRun.Of(ModelCompilation.Of("[Table(\"a\")] public class A { public int Id { get; set; } }"), enabled: false).Files);

    [Fact]
    public void An_older_C_sharp_compiles_the_descriptors() =>
        Assert.Equal(
            "\"quoted\"\"\" \\ text",
            GeneratorRun.Of(ModelCompilation.Create(
                "Old",
                ["[System.ComponentModel.DataAnnotations.Schema.Table(\"a\")] [Hotline.Migrate.Comment(\"\\\"quoted\\\"\\\"\\\" \\\\ text\")] public class A { public int Id { get; set; } }"],
                [],
                Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp7_3,
                Microsoft.CodeAnalysis.NullableContextOptions.Disable)).Table.Comment);

    [Fact]
    public void Names_and_texts_of_any_character_survive()
    {
        const string Text = "\"\"\"\"\" \\\" \t 🐘 ' {} $ \u2028 ü";
        var literal = Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(Text, quote: true);
        Assert.Equal(Text, GeneratorRun.Of($"[Table(\"a\"), Comment({literal})] public class A {{ public int Id {{ get; set; }} }}").Table.Comment);
    }

    [Fact]
    public void Classes_that_differ_in_case_only_have_files_of_their_own() =>
        Assert.Equal(
            3,
            GeneratorRun.Of(
                "[Table(\"a\")] public class User { public int Id { get; set; } } [Table(\"b\")] public class USER { public int Id { get; set; } }").Files.Count);

    [Fact]
    public void The_order_of_files_changes_nothing()
    {
        string[] sources =
        [
            "[PostgresEnum] public enum Kind { One } [Table(\"a\")] public class A { public int Id { get; set; } public Kind Kind { get; set; } }",
            "[Table(\"b\")] public class B { public int Id { get; set; } public Dictionary<string, string>? Tags { get; set; } }",
        ];

        Assert.Equal(FilesOf(GeneratorRun.Of(sources)), FilesOf(GeneratorRun.Of([.. sources.Reverse()])));
    }

    private static string FilesOf(GeneratorRun run) =>
        string.Join("\n", run.Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"==> {f.Key}\n{f.Value}"));
}
