using Hotline.Migrate.Generator.Tests.Driving;

namespace Hotline.Migrate.Generator.Tests;

public sealed class Columns
{
    [Fact]
    public void Base_classes_give_their_columns_first_from_the_root_down() =>
        Assert.Equal(
            "id uuid | tenant_id uuid | created_at timestamp with time zone | email text",
            ColumnsOf(
                """
                public abstract class Entity { public Guid Id { get; set; } }
                public abstract class TenantBaseModel : Entity { public Guid TenantId { get; set; } public DateTime CreatedAt { get; set; } }
                [Table("users")] public class User : TenantBaseModel { public string Email { get; set; } = ""; }
                """));

    [Fact]
    public void A_base_class_of_another_project_gives_its_columns_and_attributes()
    {
        var shared = ModelCompilation.Create(
            "Shared",
            [
                """
                public abstract class TenantBaseModel
                {
                    public Guid Id { get; init; }
                    [TenantKey, Column("tenant")] public Guid TenantId { get; protected set; }
                    [DefaultSql("now()")] public DateTime CreatedAt { get; set; }
                }
                [PostgresEnum(Schema = "types")] public enum Kind { [Label("in-bound")] Inbound, Outbound }
                """,
            ],
            []).ToReference();

        var run = GeneratorRun.Of(ModelCompilation.Create(
            "Calls",
            ["[Table(\"calls\")] public class Call : TenantBaseModel { public Kind Kind { get; set; } }"],
            [shared]));

        Assert.Equal(
            "id uuid | tenant uuid | created_at timestamp with time zone default now() | kind types.kind",
            string.Join(" | ", run.Table.Columns.Select(Describe)));
        Assert.Equal("tenant", run.Table.TenantKey);
        Assert.Equal(["in-bound", "outbound"], run.Objects.OfType<Schema.EnumType>().Single().Labels);
    }

    [Fact]
    public void A_private_setter_that_another_project_cannot_see_is_a_problem_and_not_a_lost_column()
    {
        var shared = ModelCompilation.Create(
            "Shared",
            ["public abstract class Base { public Guid Id { get; private set; } [Column] public int Said { get; private set; } public string Computed => \"\"; }"],
            []);
        const string Model = "[Table(\"calls\"), PrimaryKey(\"Said\")] public class Call : Base { }";

        Assert.Equal(
            "HM0020: 'Base.Id' comes from another project, which does not show whether it has a private setter. Give it 'init' or a protected setter, or say [Column] or [NotMapped].",
            ModelProblems.Of(ModelCompilation.Create("Calls", [Model], [shared.ToReference()])));
        Assert.Equal("", ModelProblems.Of(ModelCompilation.Create("Calls", [Model], [shared.ToReference(onlyReference: false)])));
    }

    [Fact]
    public void A_generic_base_class_gives_columns_of_its_arguments() =>
        Assert.Equal(
            "id bigint identity | note text null",
            ColumnsOf(
                """
                public abstract class Entity<TKey, TNote> { public TKey Id { get; set; } = default!; public TNote Note { get; set; } = default!; }
                [Table("a")] public class A : Entity<long, string?> { }
                """));

    [Fact]
    public void A_property_that_is_overridden_or_hidden_counts_once_where_the_base_has_it() =>
        Assert.Equal(
            "id integer identity | name character varying(10) default 'x' | kind integer | own boolean",
            ColumnsOf(
                """
                public abstract class Base
                {
                    public int Id { get; set; }
                    [MaxLength(10)] public virtual string Name { get; set; } = "";
                    public string Kind { get; set; } = "";
                }
                [Table("a")] public class A : Base
                {
                    public bool Own { get; set; }
                    [Default("x")] public override string Name { get; set; } = "";
                    public new int Kind { get; set; }
                }
                """));

    [Fact]
    public void Only_public_properties_with_a_value_of_their_own_are_columns() =>
        Assert.Equal(
            "id integer identity | set integer | init_only integer | private_set integer | needed integer | generated integer generated (1 + 1)",
            ColumnsOf(
                """
                [Table("a")] public class A
                {
                    public int Id { get; set; }
                    public int Set { get; set; }
                    public int InitOnly { get; init; }
                    public int PrivateSet { get; private set; }
                    public required int Needed { get; set; }
                    [Generated("1 + 1")] public int Generated { get; }
                    [NotMapped] public int Left { get; set; }
                    public int Computed => 1;
                    public int GetOnly { get; }
                    public static int Static { get; set; }
                    public int Field;
                    public const int Constant = 1;
                    internal int Internal { get; set; }
                    protected int Protected { get; set; }
                    private int Private { get; set; }
                    public int WriteOnly { set { } }
                    public int this[int index] { get => 1; set { } }
                    [Timestamp] public uint Version { get; set; }
                }
                """));

    [Fact]
    public void A_record_has_columns_of_its_parameters_and_their_attributes() =>
        Assert.Equal(
            "id uuid | name character varying(50) | note text null | more integer",
            ColumnsOf(
                """
                [Table("a")] public sealed record A([property: Key] Guid Id, [MaxLength(50)] string Name, string? Note) { public int More { get; init; } }
                """));

    [Fact]
    public void A_partial_class_is_read_whole() =>
        Assert.Equal(
            "id integer identity | one integer | two integer",
            ColumnsOf(
                "[Table(\"a\")] public partial class A { public int Id { get; set; } public int One { get; set; } }",
                "public partial class A { public int Two { get; set; } }"));

    [Fact]
    public void Nested_classes_and_namespaces_are_models_too() =>
        Assert.Equal(
            "id integer identity",
            ColumnsOf("namespace A.B { namespace C { public static class Outer { [Table(\"a\")] public class Inner { public int Id { get; set; } } } } }"));

    [Fact]
    public void Question_marks_decide_on_NULL_and_Required_wins() =>
        Assert.Equal(
            "id integer identity | a text | b text null | c text | d integer null | e integer | f integer[] | g integer[] null",
            ColumnsOf(
                """
                [Table("a")] public class A
                {
                    public int Id { get; set; }
                    public string A1 { get; set; } = ""; public string? B { get; set; } [Required] public string? C { get; set; }
                    public int? D { get; set; } [Required] public int? E { get; set; }
                    public int?[] F { get; set; } = []; public int[]? G { get; set; }
                }
                """).Replace("a1 ", "a ", StringComparison.Ordinal));

    [Fact]
    public void Without_nullable_reference_types_every_reference_may_be_NULL() =>
        Assert.Equal(
            "id integer identity | name text null | said text | number integer",
            ColumnsOf(
                """
                #nullable disable
                [Table("a")] public class A
                {
                    public int Id { get; set; }
                    public string Name { get; set; }
                    [Required] public string Said { get; set; }
                    public int Number { get; set; }
                }
                """));

    [Fact]
    public void Ordered_columns_come_first() =>
        Assert.Equal(
            "c integer | b integer | id integer identity | a integer",
            ColumnsOf(
                """
                [Table("t")] public class T
                {
                    public int Id { get; set; } public int A { get; set; }
                    [Column(Order = 2)] public int B { get; set; } [Column(Order = 1)] public int C { get; set; }
                }
                """));

    [Fact]
    public void A_complex_property_is_columns_with_its_name_in_front() =>
        Assert.Equal(
            "id integer identity | home_street text | home_place_zip text | work_street text null | work_place_zip text null",
            ColumnsOf(
                """
                [ComplexType] public class Address { public string Street { get; set; } = ""; public Place Place { get; set; } = new(); }
                [ComplexType] public class Place { public string Zip { get; set; } = ""; }
                [Table("a")] public class A { public int Id { get; set; } public Address Home { get; set; } = new(); public Address? Work { get; set; } }
                """));

    [Fact]
    public void Defaults_are_written_as_literals_of_the_columns_type() =>
        Assert.Equal(
            """
            id integer identity
            a integer default -5
            b text default 'it''s'
            c boolean default true
            d numeric(10,2) default 1.50
            e uuid default '00000000-0000-0000-0000-000000000000'
            f status default 'in_progress'
            g text default 'InProgress'
            h integer default 1
            i text[] default ARRAY['a', 'b']::text[]
            j integer[] default '{}'
            k jsonb default '{}'
            l double precision default 0.5
            m timestamp with time zone default now()
            n character(1) default 'x'
            o text default ''
            """.ReplaceLineEndings("\n"),
            ColumnsOf(
                """
                public enum Plain { None, InProgress }
                [PostgresEnum] public enum Status { None, InProgress }
                [Table("t")] public class T
                {
                    public int Id { get; set; }
                    [Default(-5)] public int A { get; set; }
                    [Default("it's")] public string B { get; set; } = "";
                    [Default(true)] public bool C { get; set; }
                    [Default("1.50"), Precision(10, 2)] public decimal D { get; set; }
                    [Default("00000000-0000-0000-0000-000000000000")] public Guid E { get; set; }
                    [Default(Status.InProgress)] public Status F { get; set; }
                    [Default(Plain.InProgress), EnumStorage(EnumStorage.Text)] public Plain G { get; set; }
                    [Default(Plain.InProgress)] public Plain H { get; set; }
                    [Default(new[] { "a", "b" })] public string[] I { get; set; } = [];
                    [Default(new int[0])] public int[] J { get; set; } = [];
                    [Default("{}")] public System.Text.Json.JsonDocument K { get; set; } = null!;
                    [Default(0.5)] public double L { get; set; }
                    [DefaultSql(" now() ")] public DateTime M { get; set; }
                    [Default('x')] public char N { get; set; }
                    [Default("")] public string O { get; set; } = "";
                }
                """).Replace(" | ", "\n", StringComparison.Ordinal));

    [Theory]
    [InlineData("pg_catalog")]
    [InlineData("information_schema")]
    public void No_table_is_made_in_a_schema_of_the_server(string schema) =>
        Assert.Equal(
            $"HM0009: The schema '{schema}' is PostgreSQL's own.",
            ModelProblems.Of($"[Table(\"t\", Schema = \"{schema}\")] public class T {{ public int Id {{ get; set; }} }}"));

    [Theory]
    [InlineData("[Default(\"x\")] public int V { get; set; }", "HM0015: \"x\" is no value of type 'integer'.")]
    [InlineData("[Default(40000)] public short V { get; set; }", "HM0015: 40000 is no value of type 'smallint'.")]
    [InlineData("[Default(1.5)] public int V { get; set; }", "HM0015: 1.5 is no value of type 'integer'.")]
    [InlineData("[Default(\"abcd\"), MaxLength(3)] public string V { get; set; } = \"\";", "HM0015: \"abcd\" is no value of type 'character varying(3)'.")]
    [InlineData("[Default(\"no\")] public Guid V { get; set; }", "HM0015: \"no\" is no value of type 'uuid'.")]
    [InlineData("[Default(1)] public bool V { get; set; }", "HM0015: 1 is no value of type 'boolean'.")]
    [InlineData("[Default(\"2026-02-30\")] public DateOnly V { get; set; }", "HM0015: \"2026-02-30\" is no value of type 'date'.")]
    [InlineData("[Default(AttributeTargets.Class)] public DayOfWeek V { get; set; }", "HM0015: System.AttributeTargets.Class is no value of type 'integer'.")]
    [InlineData("[Default(1), DefaultSql(\"2\")] public int V { get; set; }", "HM0013: 'V' has [Default] and [DefaultSql]; a column takes only one of them.")]
    [InlineData("[Generated(\"1\"), DefaultSql(\"2\")] public int V { get; set; }", "HM0013: 'A.V' has a default and a generation expression; a column takes only one of them.")]
    [InlineData("[Identity, Default(1)] public int V { get; set; }", "HM0013: 'A.V' has a default and identity; a column takes only one of them.")]
    [InlineData("[Identity] public string V { get; set; } = \"\";", "HM0012: 'V' is of type 'text'; identity needs smallint, integer or bigint.")]
    [InlineData("[DatabaseGenerated(DatabaseGeneratedOption.Identity)] public string V { get; set; } = \"\";", "HM0012: The database cannot make values of type 'text' by itself; say how by [DefaultSql].")]
    [InlineData("[DefaultSql(\" \")] public int V { get; set; }", "HM0019: The SQL expression is empty.")]
    [InlineData("[Collation(\"C\")] public int V { get; set; }", "HM0013: The type 'integer' has no collation.")]
    [InlineData("[Column(\"id\")] public int V { get; set; }", "HM0003: 'A.V' and 'Id' are both the column 'id'.")]
    [InlineData("[Column(\"xmin\")] public int V { get; set; }", "HM0009: 'xmin' is a system column of every table and cannot be a column's name.")]
    [InlineData("[Column(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaä\")] public int V { get; set; }", "HM0009: The name of the column 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaä' is longer than PostgreSQL's 63 bytes.")]
    public void What_a_column_cannot_be_is_a_problem(string property, string expected) =>
        Assert.Equal(expected, ModelProblems.Of($"[Table(\"a\")] public class A {{ public int Id {{ get; set; }} {property} }}"));

    [Fact]
    public void Values_that_the_database_makes_are_identity_or_a_default() =>
        Assert.Equal(
            "id uuid default gen_random_uuid() | a integer identity | b timestamp with time zone default now() | c bigint identity always | d integer identity",
            ColumnsOf(
                """
                [Table("t")] public class T
                {
                    [DatabaseGenerated(DatabaseGeneratedOption.Identity)] public Guid Id { get; set; }
                    [DatabaseGenerated(DatabaseGeneratedOption.Identity)] public int A { get; set; }
                    [DatabaseGenerated(DatabaseGeneratedOption.Identity)] public DateTime B { get; set; }
                    [Identity(Always = true, Start = 100)] public long C { get; set; }
                    [Column(TypeName = "serial")] public int D { get; set; }
                }
                """));

    private static string ColumnsOf(params string[] sources) =>
        string.Join(" | ", GeneratorRun.Of(sources).Table.Columns.Select(Describe));

    private static string Describe(Schema.Column column) =>
        column.Name + " " + column.Type
            + (column.Nullable ? " null" : "")
            + (column.Default is { } sql ? " default " + sql : "")
            + (column.Identity is { } identity ? " identity" + (identity.Always ? " always" : "") : "")
            + (column.Generated is { } generated ? $" generated ({generated.Expression})" : "");
}
