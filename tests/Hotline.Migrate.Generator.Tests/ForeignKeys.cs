using Hotline.Migrate.Generator.Tests.Driving;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Tests;

public sealed class ForeignKeys
{
    private const string User = "[Table(\"users\")] public class User { public Guid Id { get; set; } [Unique] public string Email { get; set; } = \"\"; public string Name { get; set; } = \"\"; }";

    [Theory]
    [InlineData("[References(typeof(User))] public Guid UserId { get; set; }", "calls_user_id_fkey (user_id) -> users (id)")]
    [InlineData("[References(typeof(User), OnDelete = ReferentialAction.Cascade, OnUpdate = ReferentialAction.Restrict)] public Guid UserId { get; set; }", "calls_user_id_fkey (user_id) -> users (id) on delete Cascade on update Restrict")]
    [InlineData("[References(typeof(User), OnDelete = ReferentialAction.SetNull)] public Guid? UserId { get; set; }", "calls_user_id_fkey (user_id) -> users (id) on delete SetNull")]
    [InlineData("[References(typeof(User), TargetProperties = [\"Email\"], Name = \"fk_mail\", Deferrability = Deferrability.InitiallyDeferred)] public string Mail { get; set; } = \"\";", "fk_mail (mail) -> users (email) InitiallyDeferred")]
    [InlineData("[References(typeof(Call))] public int? ParentId { get; set; }", "calls_parent_id_fkey (parent_id) -> calls (id)")]
    [InlineData("public Guid UserId { get; set; } public User User { get; set; } = null!;", "calls_user_id_fkey (user_id) -> users (id)")]
    [InlineData("public Guid OwnerId { get; set; } public User Owner { get; set; } = null!;", "calls_owner_id_fkey (owner_id) -> users (id)")]
    [InlineData("public Guid Key { get; set; } [ForeignKey(nameof(Key))] public User Owner { get; set; } = null!;", "calls_key_fkey (key) -> users (id)")]
    [InlineData("[ForeignKey(nameof(Owner))] public Guid Key { get; set; } public User Owner { get; set; } = null!;", "calls_key_fkey (key) -> users (id)")]
    [InlineData("[References(typeof(User))] public Guid UserId { get; set; } public User User { get; set; } = null!;", "calls_user_id_fkey (user_id) -> users (id)")]
    public void A_reference_is_said_by_attribute_or_navigation(string properties, string expected) =>
        Assert.Equal(expected, KeysOf(User, Call(properties)));

    [Fact]
    public void A_composite_reference_is_said_on_the_class() =>
        Assert.Equal(
            "calls_tenant_id_user_id_fkey (tenant_id, user_id) -> users (tenant_id, id) on delete SetNull (user_id) full",
            KeysOf(
                "[Table(\"users\"), Unique(nameof(TenantId), nameof(Id))] public class User { public Guid Id { get; set; } public Guid TenantId { get; set; } }",
                """
                [Table("calls")]
                [References(typeof(User), nameof(TenantId), nameof(UserId), TargetProperties = [nameof(User.TenantId), nameof(User.Id)],
                    OnDelete = ReferentialAction.SetNull, OnDeleteProperties = [nameof(UserId)], MatchFull = true)]
                public class Call { public int Id { get; set; } public Guid TenantId { get; set; } public Guid? UserId { get; set; } }
                """));

    [Fact]
    public void A_reference_with_a_period_is_to_a_key_without_overlaps()
    {
        var key = Assert.Single(GeneratorRun.Of(Temporal("[References(typeof(Rate), nameof(RoomId), nameof(During), Period = true)]")).Objects.OfType<Table>().Single(t => t.Name.Name == "stays").ForeignKeys);

        Assert.True(key.Period);
        Assert.Equal(["room_id", "during"], key.Columns);
    }

    [Theory]
    [InlineData("[References(typeof(Rate), nameof(RoomId), nameof(During))]", "HM0008: (RoomId, During) of 'Rate' is a key without overlaps: say Period = true, and let the last column be the range that must be covered.")]
    [InlineData("[References(typeof(Rate), nameof(During), nameof(RoomId), TargetProperties = [\"During\", \"RoomId\"], Period = true)]", "HM0008: (During, RoomId) of 'Rate' is no key without overlaps, which is what a reference with a period is to.")]
    [InlineData("[References(typeof(Rate), nameof(RoomId), nameof(During), TargetProperties = [\"RoomId\", \"Booked\"], Period = true)]", "HM0008: (RoomId, Booked) of 'Rate' is no key without overlaps, which is what a reference with a period is to.")]
    [InlineData("[References(typeof(Rate), nameof(RoomId), nameof(During), Period = true, OnDelete = ReferentialAction.Cascade)]", "HM0019: PostgreSQL does nothing but refuse for a reference with a period: take OnDelete away.")]
    [InlineData("[References(typeof(Rate), nameof(RoomId), nameof(During), Period = true, NotValid = true, NotEnforced = true)]", "HM0019: What is not enforced is never checked, so that NotValid has no meaning beside NotEnforced.")]
    public void A_reference_and_its_key_agree_about_the_period(string reference, string expected) => Assert.Equal(expected, ModelProblems.Of(Temporal(reference)));

    [Fact]
    public void A_reference_and_a_check_may_be_a_statement_that_nobody_enforces()
    {
        var table = GeneratorRun.Of(User, Call("[References(typeof(User), NotEnforced = true)] public Guid UserId { get; set; } [Check(\"age > 0\", NotEnforced = true)] public int Age { get; set; }")).Objects.OfType<Table>().Single(t => t.Name.Name == "calls");

        Assert.True(Assert.Single(table.ForeignKeys).NotEnforced);
        Assert.True(Assert.Single(table.Checks).NotEnforced);
    }

    [Fact]
    public void A_foreign_key_on_the_collection_belongs_to_the_other_side() =>
        Assert.Equal(
            "calls_key_fkey (key) -> users (id)",
            KeysOf(
                "[Table(\"users\")] public class User { public Guid Id { get; set; } [ForeignKey(\"Key\")] public ICollection<Call> Calls { get; } = []; }",
                Call("public Guid Key { get; set; } public User User { get; set; } = null!;")));

    [Fact]
    public void Columns_that_the_navigation_back_names_are_its_own_where_it_has_them() =>
        Assert.Equal(
            "orders_main_line_id_fkey (main_line_id) -> lines (id); lines_shop_order_no_fkey (shop, order_no) -> orders (shop, order_no)",
            KeysOf(
                "[Table(\"orders\"), PrimaryKey(\"Shop\", \"OrderNo\")] public class Order { public int Shop { get; set; } public int OrderNo { get; set; } public Guid? MainLineId { get; set; } public Line? MainLine { get; set; } }",
                "[Table(\"lines\")] public class Line { public Guid Id { get; set; } public int Shop { get; set; } public int OrderNo { get; set; } [ForeignKey(\"Shop, OrderNo\")] public Order Order { get; set; } = null!; }"));

    [Fact]
    public void The_principal_of_a_pair_holds_no_key() =>
        Assert.Equal(
            "profiles_user_id_fkey (user_id) -> users (id)",
            KeysOf(
                "[Table(\"users\")] public class User { public Guid Id { get; set; } public Profile? Profile { get; set; } }",
                "[Table(\"profiles\")] public class Profile { public int Id { get; set; } public Guid UserId { get; set; } public User User { get; set; } = null!; }"));

    [Fact]
    public void Two_lists_that_lead_to_each_other_need_a_model_between_them()
    {
        const string Post = "[Table(\"posts\")] public class Post { public int Id { get; set; } public List<Tag> Tags { get; } = []; }";
        Assert.Equal(
            "HM0023: 'Post.Tags' and 'Tag.Posts' lead to each other as lists, which takes a table between them. Write a model for it, or say [NotMapped].",
            ModelProblems.Of(Post, "[Table(\"tags\")] public class Tag { public int Id { get; set; } [NotMapped] public int X { get; set; } public List<Post> Posts { get; set; } = []; }")
                .Split('\n')[0]);
        Assert.Equal("", ModelProblems.Of(Post, "[Table(\"tags\")] public class Tag { public int Id { get; set; } }"));
    }

    [Fact]
    public void A_reference_to_a_model_of_another_project_knows_its_table_and_key()
    {
        var users = ModelCompilation.Create(
            "Users",
            ["[assembly: DefaultSchema(\"crm\")] namespace Crm; [Table(\"users\"), PrimaryKey(nameof(Number))] public class User { [Column(\"no\")] public long Number { get; set; } }"],
            []).ToReference();
        var run = GeneratorRun.Of(ModelCompilation.Create("Calls", [Call("[References(typeof(Crm.User))] public long UserId { get; set; }")], [users]));
        Assert.Equal("calls_user_id_fkey (user_id) -> crm.users (no)", Describe(run.Table.ForeignKeys[0]));
    }

    [Theory]
    [InlineData("[References(typeof(string))] public Guid UserId { get; set; }", "HM0005: 'string' is no model: it has no [Table].")]
    [InlineData("[References(typeof(User))] public int UserId { get; set; }", "HM0006: 'Call.UserId' is of type 'integer', but 'User.Id' is of type 'uuid'.")]
    [InlineData("[References(typeof(User), TargetProperties = [\"Name\"])] public string Name { get; set; } = \"\";", "HM0008: (Name) of 'User' is neither its primary key nor unique.")]
    [InlineData("[References(typeof(User), TargetProperties = [\"Nope\"])] public string Name { get; set; } = \"\";", "HM0010: 'User' has no column for 'Nope'.")]
    [InlineData("[References(typeof(User), TargetProperties = [\"Id\", \"Email\"])] public Guid UserId { get; set; }", "HM0007: The foreign key to 'User' has 1 column(s), what it references has 2 (Id, Email).")]
    [InlineData("public User User { get; set; } = null!;", "HM0023: 'Call.User' leads to 'User', but no property holds its key. Add 'UserId', or say [ForeignKey] or [NotMapped].")]
    [InlineData("[ForeignKey(\"Nope\")] public User User { get; set; } = null!;", "HM0010: 'Call' has no column for 'Nope'.")]
    [InlineData("[ForeignKey(\"Nope\")] public Guid UserId { get; set; }", "HM0010: 'Call' has no navigation 'Nope'.")]
    [InlineData("public Guid UserId { get; set; } [ForeignKey(\"UserId\")] public Uri2 User { get; set; } = null!;", "HM0005: 'User' refers to 'Uri2', which is no model: it has no [Table].")]
    public void A_reference_that_cannot_hold_is_a_problem(string properties, string expected) =>
        Assert.Equal(expected, ModelProblems.Of(User, "public class Uri2 { }", Call(properties)));

    [Fact]
    public void A_reference_that_sets_a_required_column_to_null_is_a_doubt_and_a_key()
    {
        const string properties = "[References(typeof(User), OnDelete = ReferentialAction.SetNull)] public Guid UserId { get; set; }";

        Assert.Equal(
            "HM0025: 'Call.UserId' is required, so it cannot be set to NULL when the referenced row is deleted: PostgreSQL refuses each such deletion.",
            ModelProblems.Of(User, Call(properties)));
        Assert.Equal("calls_user_id_fkey (user_id) -> users (id) on delete SetNull", KeysOf(User, Call(properties)));
    }

    [Fact]
    public void A_column_of_a_parent_may_reference_another_integer_type() => Assert.Equal(
        "b_n_fkey (n) -> a (id)",
        KeysOf(
            "[Table(\"a\")] public class A { public int Id { get; set; } }",
            "[Table(\"p\")] public class P { public int Id { get; set; } public long N { get; set; } }",
            "[Table(\"b\"), Inherits(typeof(P)), References(typeof(A), nameof(P.N))] public class B { }"));

    private static string Call(string properties) => $"[Table(\"calls\")] public class Call {{ public int Id {{ get; set; }} {properties} }}";

    private static string Temporal(string reference) =>
        $$"""
        [Table("rates"), PrimaryKey(nameof(RoomId), nameof(During), WithoutOverlaps = true), Unique(nameof(RoomId), nameof(Booked))]
        public class Rate { public int RoomId { get; set; } [Column(TypeName = "daterange")] public string During { get; set; } = ""; [Column(TypeName = "daterange")] public string Booked { get; set; } = ""; }
        [Table("stays"), {{reference[1..^1]}}]
        public class Stay { public int Id { get; set; } public int RoomId { get; set; } [Column(TypeName = "daterange")] public string During { get; set; } = ""; }
        """;

    private static string KeysOf(params string[] sources) => string.Join(
        "; ",
        GeneratorRun.Of(sources).Objects.OfType<Table>().SelectMany(t => t.ForeignKeys).Select(Describe));

    private static string Describe(ForeignKey key) =>
        $"{key.Name} ({string.Join(", ", key.Columns)}) -> {key.References} ({string.Join(", ", key.ReferencedColumns)})"
            + (key.OnDelete == default ? "" : $" on delete {key.OnDelete}")
            + (key.OnDeleteColumns.IsEmpty ? "" : $" ({string.Join(", ", key.OnDeleteColumns)})")
            + (key.OnUpdate == default ? "" : $" on update {key.OnUpdate}")
            + (key.Deferrability == default ? "" : $" {key.Deferrability}")
            + (key.MatchFull ? " full" : "");
}
