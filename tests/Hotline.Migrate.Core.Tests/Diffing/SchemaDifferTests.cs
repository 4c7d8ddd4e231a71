using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;
using static Hotline.Migrate.Core.Tests.Diffing.Model;

namespace Hotline.Migrate.Core.Tests.Diffing;

public sealed class SchemaDifferTests
{
    [Fact]
    public void Equal_schemas_have_no_difference()
    {
        var schema = Database(Table("users", Id, Column("email", "text")), Enum("mood", "sad", "ok"));

        Assert.True(SchemaDiffer.Diff(schema, schema).IsEmpty);
    }

    [Fact]
    public void The_order_of_columns_is_no_difference()
    {
        var email = Column("email", "text");

        Assert.True(SchemaDiffer.Diff(Database(Table("users", Id, email)), Database(Table("users", email, Id))).IsEmpty);
    }

    [Fact]
    public void Other_spellings_of_the_same_expression_are_no_difference()
    {
        var table = Table("users", Id, Column("email", "text"), Column("age", "integer"), Column("code", "character varying(9)"));
        DatabaseSchema With(string emailDefault, string ageDefault, string codeDefault, string check, string where) => Database(table with
        {
            Columns = [table.Columns[0], table.Columns[1] with { Default = emailDefault }, table.Columns[2] with { Default = ageDefault }, table.Columns[3] with { Default = codeDefault }],
            Checks = [new CheckConstraint { Name = "users_age_check", Expression = check }],
            Indexes = [Index("users_email_idx", "email") with { Where = where }],
        });

        var diff = SchemaDiffer.Diff(
            With("'none'::text", "5", "'x'::character varying", "((age > 0))", "email <> 'a  b'"),
            With("'none'", "5::integer", "'x'", "AGE\n  > /* adult */ 0", "(\"email\"<>'a  b'::text)"));

        Assert.Empty(diff.Operations);
    }

    [Theory]
    [InlineData("now()")]
    [InlineData("'at the end'::text || 'x'")]
    [InlineData("coalesce(NULL, a IS NULL)")]
    [InlineData("(now() AT TIME ZONE 'utc')")]
    public void A_default_stands_in_a_column_definition_as_it_is(string value) =>
        Assert.Contains($"DEFAULT {value} NOT NULL", DefinitionOf(value), StringComparison.Ordinal);

    [Theory]
    [InlineData("now() AT TIME ZONE 'utc'")]
    [InlineData("current_user = 'a' or true")]
    [InlineData("'x' COLLATE \"C\"")]
    [InlineData("NOT false")]
    public void A_default_that_a_column_definition_cannot_take_stands_in_parentheses(string value) =>
        Assert.Contains($"DEFAULT ({value}) NOT NULL", DefinitionOf(value), StringComparison.Ordinal);

    [Fact]
    public void The_type_of_a_partition_key_cannot_change()
    {
        var table = Table("h", Column("id", "integer")) with { Partitioning = new Partitioning("HASH", ["id"]) };

        var diff = SchemaDiffer.Diff(Database(table), Database(table with { Columns = [Column("id", "bigint")] }));

        var finding = Assert.Single(diff.Findings);
        Assert.Equal((DiagnosticCodes.ChangeNotSupported, "id"), (finding.Diagnostic.Code, finding.Member));
    }

    [Fact]
    public void Rows_outside_the_new_bounds_of_a_partition_are_told_of()
    {
        var whole = Table("h", Column("id", "integer")) with { Partitioning = new Partitioning("RANGE", ["id"]) };
        Table Part(string bound) => new() { Name = QualifiedName.Of("h1"), PartitionOf = new PartitionOf(whole.Name, bound) };

        var diff = SchemaDiffer.Diff(Database(whole, Part("FOR VALUES FROM (0) TO (10)")), Database(whole, Part("FOR VALUES FROM (5) TO (10)")));

        Assert.Equal(
            "fails while a row of h1 lies outside the new bounds: move such rows to where they belong first",
            Assert.Single(diff.Operations.OfType<AttachPartition>()).Note);
    }

    [Fact]
    public void A_table_cannot_become_partitioned_or_the_other_way()
    {
        var plain = Table("h", Column("id", "integer"));
        var partitioned = plain with { Partitioning = new Partitioning("HASH", ["id"]) };

        foreach (var diff in new[] { SchemaDiffer.Diff(Database(plain), Database(partitioned)), SchemaDiffer.Diff(Database(partitioned), Database(plain)) })
        {
            Assert.Equal(DiagnosticCodes.ChangeNotSupported, Assert.Single(diff.Findings).Diagnostic.Code);
            Assert.DoesNotContain(diff.Operations, o => o is DropTable);
        }
    }

    [Fact]
    public void A_constraint_that_changes_in_place_gets_its_new_comment()
    {
        var table = Table("t", Id, Column("parent", "bigint", nullable: true));
        var key = Reference("t_parent_fkey", "parent", "t");

        var diff = SchemaDiffer.Diff(
            Database(table with { ForeignKeys = [key with { Comment = "old" }] }),
            Database(table with { ForeignKeys = [key with { Comment = "new", Deferrability = Deferrability.InitiallyDeferred }] }));

        Assert.Collection(diff.Operations, o => Assert.IsType<AlterConstraint>(o), o => Assert.IsType<SetComment>(o));
    }

    [Theory]
    [InlineData("'a b'", "'a  b'")]
    [InlineData("'A'", "'a'")]
    [InlineData("5", "5.0")]
    [InlineData("\"Name\"", "name")]
    [InlineData("(a + b) * c", "a + (b * c)")]
    public void Expressions_that_mean_something_else_are_a_difference(string old, string @new)
    {
        var table = Table("t", Id);

        var diff = SchemaDiffer.Diff(
            Database(table with { Checks = [new CheckConstraint { Name = "k", Expression = old }] }),
            Database(table with { Checks = [new CheckConstraint { Name = "k", Expression = @new }] }));

        Assert.Collection(diff.Operations, o => Assert.IsType<DropConstraint>(o), o => Assert.IsType<AddConstraint>(o));
    }

    [Fact]
    public void What_postgresql_takes_for_the_same_is_no_difference()
    {
        var from = Database(
            Table("t", Column("id", "bigint", nullable: true), Column("n", "integer", nullable: true) with { Default = "NULL" }) with
            {
                Indexes = [Index("i", "n") with { Elements = [new IndexElement { Column = "n", Nulls = NullsOrder.Last }] }],
            },
            new Sequence { Name = Name("s"), Options = new SequenceOptions { Start = 1, Increment = 1, Minimum = 1, Cache = 1 } });
        var to = Database(
            Table("t", Column("id", "bigint"), Column("n", "integer", nullable: true)) with { Indexes = [Index("i", "n")] },
            new Sequence { Name = Name("s") });

        Assert.True(SchemaDiffer.Diff(from, to).IsEmpty);
    }

    [Fact]
    public void A_whole_application_comes_and_goes()
    {
        Snapshot.Match(Sql(DatabaseSchema.Empty, Application.Schema), "sql");
    }

    [Fact]
    public void Every_kind_of_change_at_once()
    {
        Snapshot.Match(Sql(Application.Schema, Application.Changed), "sql");
    }

    [Fact]
    public void The_same_difference_gives_the_same_bytes()
    {
        var shuffled = DatabaseSchema.Of(Application.Changed.Objects.Reverse());

        Assert.Equal(Sql(Application.Schema, Application.Changed), Sql(Application.Schema, shuffled));
    }

    [Fact]
    public void Losses_are_told_with_the_rule_that_names_them()
    {
        var from = Database(Table("users", Id, Column("email", "text"), Column("price", "numeric(10,4)")), Table("old", Id), new Sequence { Name = Name("s") });
        var to = Database(Table("users", Id, Column("price", "numeric(10,2)")));

        var diff = SchemaDiffer.Diff(from, to);

        Assert.Equal(
            [
                "HM1008 decimal places in users.price, which becomes numeric(10,2)",
                "HM1002 the values of users.email",
                "HM1001 all rows of old",
                "HM1009 the position of the sequence s",
            ],
            diff.Losses.Select(l => $"{l.Code} {l.Text}"));
        Assert.Equal(Reversibility.StructureOnly, diff.Reversibility);
    }

    [Fact]
    public void What_only_adds_can_be_taken_back_without_loss()
    {
        var diff = SchemaDiffer.Diff(Database(Table("users", Id)), Database(Table("users", Id, Column("email", "text", nullable: true))));

        Assert.Equal(Reversibility.Lossless, diff.Reversibility);
        Assert.Empty(diff.Losses);
    }

    [Fact]
    public void A_new_label_that_is_used_comes_in_a_step_of_its_own()
    {
        Column Mood(string value) => Column("mood", "mood") with { Default = value };

        var sql = Sql(
            Database(Enum("mood", "sad"), Table("t", Id, Mood("'sad'"))),
            Database(Enum("mood", "sad", "glad"), Table("t", Id, Mood("'glad'"))));

        Assert.Equal(
            """
            -- hm:upgrade
            ALTER TYPE mood ADD VALUE 'glad';

            -- hm:step after-new-labels

            ALTER TABLE t ALTER COLUMN mood SET DEFAULT 'glad';

            -- hm:downgrade
            -- fails while a row still holds 'glad': change such rows first
            ALTER TYPE mood RENAME TO mood_old;

            CREATE TYPE mood AS ENUM ('sad');

            ALTER TABLE t
                ALTER COLUMN mood DROP DEFAULT,
                ALTER COLUMN mood TYPE mood USING mood::text::mood,
                ALTER COLUMN mood SET DEFAULT 'sad';

            DROP TYPE mood_old;

            """,
            sql);
    }

    [Fact]
    public void A_new_label_that_nothing_uses_needs_no_step()
    {
        var sql = Sql(Database(Enum("mood", "sad"), Table("t", Id)), Database(Enum("mood", "sad", "glad"), Table("t", Id, Column("n", "text", nullable: true))));

        Assert.DoesNotContain("hm:step", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Indexes_of_tables_that_are_there_can_be_built_concurrently()
    {
        var users = Table("users", Id, Column("email", "text"));
        var diff = SchemaDiffer.Diff(
            Database(users),
            Database(
                users with { Columns = [.. users.Columns, Column("age", "integer", nullable: true)], Indexes = [Index("users_email_idx", "email")] },
                Table("calls", Id) with { Indexes = [Index("calls_id_idx", "id")] }));

        var body = MigrationBody.Compose(diff, new RenderOptions { ConcurrentIndexes = true });

        Assert.Equal(
            """
            CREATE TABLE calls (
                id bigint GENERATED ALWAYS AS IDENTITY,
                CONSTRAINT calls_pkey PRIMARY KEY (id)
            );

            CREATE INDEX calls_id_idx ON calls (id);

            ALTER TABLE users ADD COLUMN age integer;

            -- hm:step indexes-1
            -- hm:no-transaction

            CREATE INDEX CONCURRENTLY users_email_idx ON users (email);

            """,
            body.Upgrade);
        Assert.Equal(
            """
            -- hm:step indexes-1
            -- hm:no-transaction

            DROP INDEX CONCURRENTLY users_email_idx;

            -- hm:step step-2

            -- data loss: the values of users.age
            ALTER TABLE users DROP COLUMN age;

            -- data loss: all rows of calls
            DROP TABLE calls;

            """,
            body.Downgrade);
    }

    private static string DefinitionOf(string value) =>
        Sql(DatabaseSchema.Empty, Database(Table("t", Id, Column("a", "text") with { Default = value })));
}
