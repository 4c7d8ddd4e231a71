using Hotline.Migrate.Generator.Tests.Driving;

namespace Hotline.Migrate.Generator.Tests;

public sealed class Keys
{
    [Theory]
    [InlineData("public int Id { get; set; }", "a_pkey (id) identity")]
    [InlineData("public long AId { get; set; }", "a_pkey (a_id) identity")]
    [InlineData("public Guid ID { get; set; }", "a_pkey (id)")]
    [InlineData("public int Id { get; set; } [Key] public Guid Code { get; set; }", "a_pkey (code)")]
    [InlineData("[DatabaseGenerated(DatabaseGeneratedOption.None)] public int Id { get; set; }", "a_pkey (id)")]
    [InlineData("[DefaultSql(\"nextval('s')\")] public int Id { get; set; }", "a_pkey (id)")]
    [InlineData("[Key] public int X { get; set; } [Key] public int Y { get; set; }", "a_pkey (x, y)")]
    [InlineData("[Key, Column(Order = 2)] public int X { get; set; } [Key, Column(Order = 1)] public int Y { get; set; }", "a_pkey (y, x)")]
    [InlineData("[Key] public string? Name { get; set; }", "a_pkey (name)")]
    public void A_key_is_marked_or_called_Id(string properties, string expected) =>
        Assert.Equal(expected, KeyOf($"[Table(\"a\")] public class A {{ {properties} }}"));

    [Fact]
    public void A_composite_key_is_named_by_the_class() =>
        Assert.Equal(
            "pk_members (tenant_id, user_id)",
            KeyOf(
                """
                [Table("members"), PrimaryKey(nameof(TenantId), nameof(UserId), Name = "pk_members")]
                public class Member { public Guid TenantId { get; set; } public int UserId { get; set; } }
                """));

    [Fact]
    public void A_models_own_key_wins_over_its_bases() =>
        Assert.Equal(
            "a_pkey (tenant_id, number)",
            KeyOf(
                """
                public abstract class Base { [Key] public Guid Id { get; set; } public Guid TenantId { get; set; } }
                [Table("a"), PrimaryKey("TenantId", "Number")] public class A : Base { public int Number { get; set; } }
                """));

    [Fact]
    public void A_key_that_references_does_not_count_by_itself() =>
        Assert.Equal(
            "a_pkey (id)",
            KeyOf(
                "[Table(\"a\")] public class A { [References(typeof(B))] public int Id { get; set; } }",
                "[Table(\"b\"), Keyless] public class C { public int X { get; set; } } [Table(\"b2\")] public class B { public int Id { get; set; } }"));

    [Fact]
    public void A_key_shared_with_a_navigation_does_not_count_by_itself() =>
        Assert.Equal(
            "a_pkey (user_id)",
            KeyOf(
                "[Table(\"a\")] public class A { [Key] public int UserId { get; set; } public B User { get; set; } = null!; }",
                "[Table(\"b\")] public class B { public int Id { get; set; } }"));

    [Fact]
    public void A_table_without_a_key_must_say_so()
    {
        Assert.Equal(
            "HM0002: 'A' has no primary key. Mark a property with [Key] or the class with [PrimaryKey]; a table without a key says so by [Keyless].",
            ModelProblems.Of("[Table(\"a\")] public class A { public int X { get; set; } }"));
        Assert.Null(GeneratorRun.Of("[Table(\"a\"), Keyless] public class A { public int X { get; set; } }").Table.PrimaryKey);
    }

    [Theory]
    [InlineData("[Table(\"a\"), PrimaryKey(\"X\")] public class A { public int X { get; set; } [Key] public int Y { get; set; } }", "HM0014: 'A' has [PrimaryKey], and [Key] on a property that is not in it.")]
    [InlineData("[Table(\"a\"), Keyless] public class A { [Key] public int X { get; set; } }", "HM0014: 'A' is [Keyless] and has a key.")]
    [InlineData("[Table(\"a\"), PrimaryKey(\"X\", \"X\")] public class A { public int X { get; set; } }", "HM0014: The primary key of 'A' has a column twice.")]
    [InlineData("[Table(\"a\"), PrimaryKey(\"Y\")] public class A { public int X { get; set; } }", "HM0010: 'A' has no column for 'Y'.")]
    public void Keys_that_contradict_are_a_problem(string source, string expected) => Assert.Equal(expected, ModelProblems.Of(source));

    [Fact]
    public void A_key_without_overlaps_holds_for_a_time_and_brings_the_extension_of_its_index()
    {
        var run = GeneratorRun.Of(
            """
            [Table("rates"), PrimaryKey(nameof(RoomId), nameof(During), WithoutOverlaps = true), Unique(nameof(Code), nameof(During), WithoutOverlaps = true)]
            public class Rate { public int RoomId { get; set; } public string Code { get; set; } = ""; [Column(TypeName = "daterange")] public string During { get; set; } = ""; }
            """);

        Assert.True(run.Table.PrimaryKey!.WithoutOverlaps);
        Assert.Equal(["room_id", "during"], run.Table.PrimaryKey.Columns);
        Assert.True(Assert.Single(run.Table.Uniques).WithoutOverlaps);
        Assert.Contains(run.Objects, o => o is Schema.Extension { Name.Name: "btree_gist" });
    }

    [Theory]
    [InlineData("PrimaryKey(\"During\", WithoutOverlaps = true)", "HM0019: A key of 'A' without overlaps needs a column that tells whose range it is, and the range behind it; 'during' is alone.")]
    [InlineData("PrimaryKey(\"During\", \"Room\", WithoutOverlaps = true)", "HM0019: The last column of a key without overlaps is a range or multirange; 'A.Room' is of type 'integer'.")]
    [InlineData("Keyless, Unique(\"Room\", \"Days\", WithoutOverlaps = true)", "HM0019: The last column of a key without overlaps is a range or multirange; 'A.Days' is of type 'date[]'.")]
    public void A_key_without_overlaps_ends_with_a_range(string attributes, string expected) => Assert.Equal(expected, ModelProblems.Of(
        $$"""[Table("a"), {{attributes}}] public class A { public int Room { get; set; } [Column(TypeName = "daterange")] public string During { get; set; } = ""; public DateOnly[] Days { get; set; } = []; }"""));

    private static string KeyOf(params string[] sources)
    {
        var table = GeneratorRun.Of(sources).Objects.OfType<Schema.Table>().First(t => t.Name.Name is not ("b" or "b2"));
        Assert.All(table.PrimaryKey!.Columns, c => Assert.False(table.FindColumn(c)!.Nullable));
        var identity = table.Columns.Any(c => c.Identity is not null) ? " identity" : "";
        return $"{table.PrimaryKey.Name} ({string.Join(", ", table.PrimaryKey.Columns)}){identity}";
    }
}
